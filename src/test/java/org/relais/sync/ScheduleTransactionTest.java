package org.relais.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.sql.SQLTransactionRollbackException;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.relais.testing.Repositories;
import org.relais.testing.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.SchedulingException;

class ScheduleTransactionTest {

    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    @BeforeEach
    void nothingIsChosen() {
        JdbcClient.create(database.dataSource()).sql("delete from setting").update();
    }

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

    /** Two processes that plan at the same moment wait for each other in Quartz's tables now and then. */
    @Test
    void whatTheDatabaseUndidForAnotherIsDoneOnceMore() {
        try (Repositories repositories = Repositories.open(database, Clock.systemUTC(), ScheduleTransaction.class)) {
            JdbcClient jdbc = repositories.bean(JdbcClient.class);
            AtomicInteger attempts = new AtomicInteger();

            repositories.bean(ScheduleTransaction.class).run(() -> {
                jdbc.sql("insert into setting (name, value) values ('once', '1')")
                        .update();
                if (attempts.incrementAndGet() == 1) {
                    throw new SchedulingException("deadlock", new SQLTransactionRollbackException());
                }
            });

            assertThat(attempts).hasValue(2);
            assertThat(count(jdbc)).isPositive();
        }
    }

    @Test
    void whatFailsOtherwiseIsNotRepeated() {
        try (Repositories repositories = Repositories.open(database, Clock.systemUTC(), ScheduleTransaction.class)) {
            AtomicInteger attempts = new AtomicInteger();

            assertThatThrownBy(
                            () -> repositories.bean(ScheduleTransaction.class).run(() -> {
                                attempts.incrementAndGet();
                                throw new SchedulingException("no", new SQLException());
                            }))
                    .isInstanceOf(SchedulingException.class);

            assertThat(attempts).hasValue(1);
        }
    }

    private static long count(JdbcClient jdbc) {
        return jdbc.sql("select count(*) from setting").query(Long.class).single();
    }
}
