package org.relais.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.relais.testing.TestDatabase;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Whoever changes the store comes again when the database gave way to somebody else. */
class StoreTransactionTest {

    @RegisterExtension
    static final TestDatabase db = TestDatabase.fresh();

    private final Executor threads = Executors.newVirtualThreadPerTaskExecutor();
    private StoreRoom room;
    private StoreTransaction store;

    @BeforeEach
    void anEmptyStore() {
        room = new StoreRoom(db.dataSource());
        room.empty();
        store = new StoreTransaction(room.jdbc, room.transactions);
    }

    @Test
    void anIntegrationThatWaitedTooLongForALockIsDoneAgain() {
        room.receive(Samples.unit("u1", "arrived"));
        var locked = new CountDownLatch(1);
        var mayGo = new CountDownLatch(1);
        CompletableFuture<Void> other = CompletableFuture.runAsync(
                () -> room.transaction().executeWithoutResult(status -> {
                    Gate.STORE.lock(room.jdbc);
                    locked.countDown();
                    await(mayGo);
                }),
                threads);
        await(locked);
        long waits = lockWaits();
        CompletableFuture<IntegrationResult> integration =
                CompletableFuture.supplyAsync(impatientRoom()::integrate, threads);
        // It waited, gave up, and waits again.
        Awaitility.await().until(() -> lockWaits() >= waits + 2);
        mayGo.countDown();

        assertThat(integration.join()).isEqualTo(new IntegrationResult(1, 0, true));
        other.join();
        assertThat(room.everything()).containsOnlyKeys("unit u1");
    }

    private static StoreRoom impatientRoom() {
        Properties properties = new Properties();
        properties.setProperty("user", db.username());
        properties.setProperty("password", db.password());
        properties.setProperty("sessionVariables", "innodb_lock_wait_timeout=1");
        return new StoreRoom(new DriverManagerDataSource(db.url(), properties));
    }

    private long lockWaits() {
        return room.jdbc
                .sql("select variable_value from information_schema.global_status"
                        + " where variable_name = 'INNODB_ROW_LOCK_WAITS'")
                .query(Long.class)
                .single();
    }

    @Test
    void whatLosesADeadlockIsDoneAgain() {
        room.take(Samples.unit("a", "before"), Samples.unit("b", "before"));
        var othersFirst = new CountDownLatch(1);
        var oursFirst = new CountDownLatch(1);
        AtomicInteger attempts = new AtomicInteger();
        // The other one has changed more, so the database gives way to it.
        CompletableFuture<Void> other = CompletableFuture.runAsync(
                () -> room.transaction().executeWithoutResult(status -> {
                    room.jdbc
                            .sql("insert into content (number, data) select -seq, 'x' from seq_1_to_1000")
                            .update();
                    lock("b");
                    othersFirst.countDown();
                    await(oursFirst);
                    lock("a");
                    status.setRollbackOnly();
                }),
                threads);

        store.alone(() -> {
            lock("a");
            if (attempts.incrementAndGet() == 1) {
                await(othersFirst);
                oursFirst.countDown();
            }
            lock("b");
            return null;
        });

        other.join();
        assertThat(attempts).hasValue(2);
    }

    private void lock(String unit) {
        room.jdbc
                .sql("update record_entry set changed_at = utc_timestamp(6) where type = 'unit' and id = ?")
                .param(unit)
                .update();
    }

    @Test
    void itIsTriedThreeTimesAndAnotherFailureOnce() {
        AtomicInteger attempts = new AtomicInteger();
        assertThatThrownBy(() -> store.alone(() -> {
                    attempts.incrementAndGet();
                    throw new PessimisticLockingFailureException("in the way");
                }))
                .isInstanceOf(PessimisticLockingFailureException.class);
        assertThat(attempts).hasValue(3);

        assertThatThrownBy(() -> store.alone(() -> {
                    attempts.incrementAndGet();
                    throw new UncategorizedSQLException("other", null, new SQLException("other", "HY000", 1021));
                }))
                .isInstanceOf(UncategorizedSQLException.class);
        assertThat(attempts).hasValue(4);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
