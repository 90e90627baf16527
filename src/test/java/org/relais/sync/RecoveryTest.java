package org.relais.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.relais.run.Run;
import org.relais.run.RunPlan;
import org.relais.run.RunRows;
import org.relais.run.Runs;
import org.relais.run.Trigger;
import org.relais.testing.Repositories;
import org.relais.testing.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whether a run that was cut is taken up again. */
class RecoveryTest {

    @RegisterExtension
    static final TestDatabase db = TestDatabase.fresh();

    private static Repositories repositories;
    private static Runs runs;
    private static Recovery recovery;

    private RunRows rows;

    @BeforeAll
    static void open() {
        repositories = Repositories.open(db, Clock.systemUTC(), Runs.class, Recovery.class);
        runs = repositories.bean(Runs.class);
        recovery = repositories.bean(Recovery.class);
    }

    @AfterAll
    static void close() {
        repositories.close();
    }

    @BeforeEach
    void noRuns() {
        rows = new RunRows(repositories.bean(JdbcClient.class));
        rows.forget();
    }

    private void interrupted() {
        long run = runs.begin(
                        runs.request(Trigger.RECOVERY, null, RunPlan.FIRST).id(), "node-1")
                .id();
        runs.close(run, recovery.wordsOnClosing());
    }

    @Test
    void whatWasCutIsTakenUpWithItsPlan() {
        interrupted();

        assertThat(recovery.due()).map(Run::plan).contains(RunPlan.FIRST);
    }

    @Test
    void whatEndedOtherwiseIsNotTakenUp() {
        interrupted();
        rows.run("2026-11-26T07:00:00Z", "failed");

        assertThat(recovery.due()).isEmpty();
    }

    @Test
    void whatWasTakenUpTwiceAndCutEachTimeWaitsAndSaysSo() {
        interrupted();
        interrupted();
        assertThat(recovery.due()).isPresent();
        assertThat(runs.last().orElseThrow().error().detail()).isEmpty();

        interrupted();

        assertThat(recovery.due()).isEmpty();
        assertThat(runs.last().orElseThrow().error().detail()).contains("3 times one after the other");
    }

    /** Where the power fails again and again, each run goes on from where the last one was. */
    @Test
    void whatGotFurtherEachTimeIsTakenUpHoweverOften() {
        for (int cut = 0; cut < 5; cut++) {
            interrupted();
            repositories
                    .bean(JdbcClient.class)
                    .sql("update sync_step set done = 500 where position = 1")
                    .update();
        }

        assertThat(recovery.due()).isPresent();
    }

    @Test
    void aRunThatEndedByItselfBeginsTheCountAnew() {
        interrupted();
        interrupted();
        rows.run("2026-11-26T07:00:00Z", "failed");
        interrupted();

        assertThat(recovery.due()).isPresent();
    }
}
