package org.relais.sync;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.relais.testing.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

class RunLockTest {

    private static final String HOLDER = "select is_used_lock(concat('relais-run-', md5(database())))";

    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    private final JdbcClient jdbc = JdbcClient.create(database.dataSource());

    @Test
    void onlyOneHoldsItAtATime() {
        try (RunLock lock = RunLock.tryTake(database.dataSource()).orElseThrow()) {
            assertThat(lock.held()).isTrue();
            assertThat(RunLock.isFree(database.dataSource())).isFalse();
            assertThat(RunLock.tryTake(database.dataSource())).isEmpty();
        }
        assertThat(RunLock.isFree(database.dataSource())).isTrue();
    }

    @Test
    void itIsLostWithItsConnection() {
        try (RunLock lock = RunLock.tryTake(database.dataSource()).orElseThrow()) {
            jdbc.sql("kill connection " + holder()).update();

            assertThat(lock.held()).isFalse();
            assertThat(RunLock.isFree(database.dataSource())).isTrue();
        }
    }

    private long holder() {
        return jdbc.sql(HOLDER).query(Long.class).single();
    }
}
