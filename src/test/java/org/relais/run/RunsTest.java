package org.relais.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.relais.testing.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Runs as they are kept. */
class RunsTest {

    @RegisterExtension
    static final TestDatabase db = TestDatabase.fresh();

    private static final Instant NOW = Instant.parse("2026-11-26T07:00:00Z");

    private JdbcClient jdbc;
    private Runs runs;

    @BeforeEach
    void noRuns() {
        jdbc = JdbcClient.create(db.dataSource());
        jdbc.sql("delete from sync_run").update();
        runs = new Runs(
                jdbc,
                new TransactionTemplate(new JdbcTransactionManager(db.dataSource())),
                Clock.fixed(NOW, ZoneOffset.UTC),
                event -> {});
    }

    @Test
    void pagesAreFilteredNewestFirst() {
        long first = run("2026-11-25T10:00:00Z", "failed", "schedule");
        long second = run("2026-11-25T11:00:00Z", "succeeded", "person");
        long third = run("2026-11-25T12:00:00Z", "failed", "person");

        assertThat(ids(RunFilter.ALL, 0, 2)).containsExactly(third, second);
        assertThat(ids(RunFilter.ALL, 2, 2)).containsExactly(first);
        assertThat(ids(new RunFilter(Outcome.FAILED, null), 0, 9)).containsExactly(third, first);
        assertThat(ids(new RunFilter(null, Trigger.PERSON), 0, 9)).containsExactly(third, second);
        assertThat(ids(new RunFilter(Outcome.FAILED, Trigger.PERSON), 0, 9)).containsExactly(third);
        assertThat(runs.count(RunFilter.ALL)).isEqualTo(3);
        assertThat(runs.count(new RunFilter(Outcome.FAILED, Trigger.API))).isZero();
    }

    @Test
    void figuresOfARunAreKeptBesideIt() {
        Run asked = runs.request(Trigger.PERSON, "admin", SyncStep.ofRun(true));
        List<RunStep> steps = List.of(
                step(SyncStep.PUSH_V6, 4, 1L),
                step(SyncStep.PUSH, 4, 3L),
                step(SyncStep.PULL_CENTRAL, 100, null),
                step(SyncStep.PULL_REMOTE, 20, null),
                step(SyncStep.PULL_V6, 3, null),
                step(SyncStep.INTEGRATE, 123, null));
        runs.save(
                asked,
                new Run(asked.id(), asked.trigger(), "admin", asked.startedAt(), NOW, Outcome.SUCCEEDED, steps, null));

        assertThat(jdbc.sql("select sent from sync_run").query(Long.class).single())
                .isEqualTo(4);
        assertThat(jdbc.sql("select received from sync_run").query(Long.class).single())
                .isEqualTo(123);
        assertThat(runs.find(asked.id()).orElseThrow()).returns(4L, Run::sent).returns(123L, Run::received);
    }

    private List<Long> ids(RunFilter filter, int offset, int limit) {
        return runs.page(filter, offset, limit).stream().map(Run::id).toList();
    }

    private static RunStep step(SyncStep step, long done, Long sent) {
        return new RunStep(step, StepState.DONE, done, done, sent, NOW, NOW, null);
    }

    private long run(String start, String outcome, String trigger) {
        LocalDateTime began = LocalDateTime.ofInstant(Instant.parse(start), ZoneOffset.UTC);
        return jdbc.sql("""
                        insert into sync_run (trigger_key, started_at, finished_at, outcome, updated_at)
                        values (?, ?, ?, ?, ?) returning id
                        """)
                .params(trigger, began, began.plusMinutes(1), outcome, began)
                .query(Long.class)
                .single();
    }
}
