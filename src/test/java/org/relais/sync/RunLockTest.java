package org.relais.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.relais.testing.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

class RunLockTest {

    private static final String HOLDER = "select is_used_lock(concat('relais-run-', md5(database())))";

    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    private final RunLocks locks = new RunLocks(database.dataSource(), Duration.ofSeconds(45));
    private final JdbcClient jdbc = JdbcClient.create(database.dataSource());

    @Test
    void onlyOneHoldsItAtATime() {
        try (RunLock lock = locks.tryTake().orElseThrow()) {
            assertThat(lock.held()).isTrue();
            assertThat(locks.isFree()).isFalse();
            assertThat(locks.tryTake()).isEmpty();
        }
        assertThat(locks.isFree()).isTrue();
    }

    @Test
    void itIsLostWithItsConnection() {
        try (RunLock lock = locks.tryTake().orElseThrow()) {
            jdbc.sql("kill connection " + holder()).update();

            assertThat(lock.held()).isFalse();
            assertThat(locks.isFree()).isTrue();
        }
    }

    private long holder() {
        return jdbc.sql(HOLDER).query(Long.class).single();
    }
}
