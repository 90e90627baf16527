package org.relais.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.relais.central.Traffic;
import org.relais.testing.Repositories;
import org.relais.testing.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** What a run writes after it was closed behind its back. */
class RunFenceTest {

    @RegisterExtension
    static final TestDatabase db = TestDatabase.fresh();

    private static Repositories repositories;

    private Runs runs;
    private RunFence fence;
    private JdbcClient jdbc;
    private long run;
    private RunControl control;

    @BeforeAll
    static void open() {
        repositories = Repositories.open(db, Clock.systemUTC(), Runs.class, RunFence.class);
    }

    @AfterAll
    static void close() {
        repositories.close();
    }

    @BeforeEach
    void aRunThatWorks() {
        runs = repositories.bean(Runs.class);
        fence = repositories.bean(RunFence.class);
        jdbc = repositories.bean(JdbcClient.class);
        new RunRows(jdbc).forget();
        jdbc.sql("delete from setting").update();
        run = runs.begin(runs.request(Trigger.PERSON, null, RunPlan.USUAL).id(), "node-1")
                .id();
        control = RunControl.of(() -> false, () -> true);
    }

    @AfterEach
    void itIsOver() {
        control.close();
    }

    @Test
    void whatAnOpenRunWritesIsThere() {
        fence.around(log(), control, () -> write("a"));

        assertThat(written()).isEqualTo(1);
        assertThat(control.end()).isNull();
    }

    @Test
    void whatAnotherThreadWritesForAClosedRunIsRefusedToo() {
        RunLog log = log();
        runs.close(run, "");

        fence.around(log, control, () -> {
            Runnable onBehalf = fence.onBehalf(() -> write("a"));
            assertThatThrownBy(() -> CompletableFuture.runAsync(onBehalf).join())
                    .hasCauseInstanceOf(RunStopped.class);
        });

        assertThat(written()).isZero();
        assertThat(control.end()).isEqualTo(Outcome.INTERRUPTED);
    }

    @Test
    void whatAClosedRunWritesIsRefusedAndTheRunToldToEnd() {
        assertThatThrownBy(
                        () -> fence.around(log(), control, () -> transaction().executeWithoutResult(status -> {
                            insert("a");
                            CompletableFuture.runAsync(() -> runs.close(run, ""))
                                    .join();
                        })))
                .isInstanceOf(RunStopped.class);

        assertThat(written()).isZero();
        assertThat(control.end()).isEqualTo(Outcome.INTERRUPTED);
    }

    @Test
    void whatCommitsItselfIsDoneWhileNobodyCanCloseTheRun() {
        CompletableFuture<?>[] closing = new CompletableFuture<?>[1];

        fence.around(
                log(),
                control,
                () -> fence.holding(() -> {
                    closing[0] = CompletableFuture.runAsync(() -> runs.close(run, ""));
                    awaitThatSomebodyWaits();
                    jdbc.sql("create or replace table made_by_a_run (id int)").update();
                    assertThat(closing[0]).isNotDone();
                }));

        closing[0].join();
        assertThat(runs.find(run).orElseThrow().outcome()).isEqualTo(Outcome.INTERRUPTED);
    }

    @Test
    void whatCommitsItselfIsNotDoneOnceTheRunIsClosed() {
        RunLog log = log();
        runs.close(run, "");

        assertThatThrownBy(() -> fence.around(log, control, () -> fence.holding(() -> Assertions.fail("it is over"))))
                .isInstanceOf(RunStopped.class);
        assertThat(control.end()).isEqualTo(Outcome.INTERRUPTED);
    }

    @Test
    void othersOfTheSameProcessWriteAsEver() {
        runs.close(run, "");

        write("a");

        assertThat(written()).isEqualTo(1);
    }

    @Test
    void afterItsEndWasWrittenTheRunsThreadWritesAsEver() {
        RunLog log = log();

        fence.around(log, control, () -> {
            log.finish(Outcome.SUCCEEDED, null);
            write("a");
        });

        assertThat(runs.find(run).orElseThrow().outcome()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(written()).isEqualTo(1);
        assertThat(control.end()).isNull();
    }

    private void awaitThatSomebodyWaits() {
        await().until(() -> jdbc.sql("""
                                select count(*) from information_schema.processlist
                                where command = 'Query' and info like '%sync_run%' and id <> connection_id()
                                """).query(Long.class).single() > 0);
    }

    private RunLog log() {
        return new RunLog(runs.find(run).orElseThrow(), runs, (status, turn) -> {}, () -> Traffic.NONE);
    }

    private void write(String name) {
        transaction().executeWithoutResult(status -> insert(name));
    }

    private void insert(String name) {
        jdbc.sql("insert into setting (name, value) values (?, '')").param(name).update();
    }

    private long written() {
        return jdbc.sql("select count(*) from setting").query(Long.class).single();
    }

    private static TransactionOperations transaction() {
        return repositories.bean(TransactionOperations.class);
    }
}
