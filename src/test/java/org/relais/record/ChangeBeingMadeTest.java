package org.relais.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.relais.catalogue.CentralServer;
import org.relais.catalogue.RecordKey;

/** A local change that has begun and is not committed: whoever else changes the store waits for it. */
class ChangeBeingMadeTest extends LocalChangesRoom {

    private final Executor threads = Executors.newVirtualThreadPerTaskExecutor();

    @Test
    void aChangeThatIsBeingMadeKeepsTheNextOneWaitingSoThatNoneIsSkipped() {
        var mayCommit = new CountDownLatch(1);
        CompletableFuture<Void> first = slowChange("first", "F", mayCommit);
        CompletableFuture<Void> second =
                CompletableFuture.runAsync(() -> room.save(Samples.location("second", "S")), threads);
        somebodyWaitsAtTheGate();
        assertThat(waiting()).isEmpty();

        mayCommit.countDown();
        first.join();
        second.join();

        assertThat(waiting()).extracting(entry -> entry.key().id()).containsExactly("first", "second");
    }

    @Test
    void integratingWaitsForAChangeThatIsBeingMade() {
        room.receive(Samples.location("l1", "theirs"));
        var mayCommit = new CountDownLatch(1);
        CompletableFuture<Void> change = slowChange("l1", "ours", mayCommit);
        CompletableFuture<IntegrationResult> integration = CompletableFuture.supplyAsync(room::integrate, threads);
        somebodyWaitsAtTheGate();
        mayCommit.countDown();
        change.join();
        integration.join();
        assertThat(room.everything().get("Location l1")).contains("ours");
    }

    /** A change that is in the store's transaction until it may commit; it has begun when this returns. */
    private CompletableFuture<Void> slowChange(String id, String code, CountDownLatch mayCommit) {
        var begun = new CountDownLatch(1);
        CompletableFuture<Void> change = CompletableFuture.runAsync(
                () -> room.changes.save(new LocalChange(new RecordKey("Location", id), before -> {
                    begun.countDown();
                    await(mayCommit);
                    return Optional.of(Samples.location(id, code).data());
                })),
                threads);
        await(begun);
        return change;
    }

    private void somebodyWaitsAtTheGate() {
        Awaitility.await()
                .until(() -> room.jdbc
                                .sql("select count(*) from information_schema.processlist"
                                        + " where info like 'select name from record_gate%for update'")
                                .query(Long.class)
                                .single()
                        > 0);
    }

    private List<OutboxEntry> waiting() {
        return room.outbox.waitingFor(CentralServer.LEGACY, 0, 100);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
