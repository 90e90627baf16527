package org.relais.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.relais.testing.Repositories;
import org.relais.testing.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

class ScheduleTransactionTest {

    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    /** Otherwise a trigger is stored as blocked by a run that was over while the transaction waited. */
    @Test
    void whatOthersCommitMeanwhileIsSeen() {
        try (Repositories repositories = Repositories.open(database, Clock.systemUTC(), ScheduleTransaction.class)) {
            JdbcClient here = repositories.bean(JdbcClient.class);
            JdbcClient elsewhere = JdbcClient.create(database.dataSource());

            repositories.bean(ScheduleTransaction.class).run(() -> {
                assertThat(count(here)).isZero();
                elsewhere
                        .sql("insert into setting (name, value) values ('a', '1')")
                        .update();
                assertThat(count(here)).isEqualTo(1);
            });
        }
    }

    private static long count(JdbcClient jdbc) {
        return jdbc.sql("select count(*) from setting").query(Long.class).single();
    }
}
