package org.relais.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.relais.central.Traffic;
import org.relais.testing.Repositories;
import org.relais.testing.TestClock;
import org.relais.testing.TestDatabase;

class RunLogTest {

    @RegisterExtension
    static final TestDatabase db = TestDatabase.fresh();

    private static final TestClock clock = new TestClock();
    private static Repositories repositories;

    @BeforeAll
    static void open() {
        repositories = Repositories.open(db, clock, Runs.class);
    }

    @AfterAll
    static void close() {
        repositories.close();
    }

    /** The clock is set back by ten years in the middle of the run. */
    @Test
    void whatTookAMinuteIsAMinuteLongWhateverTheClockSays() {
        Instant start = Instant.parse("2036-11-26T07:00:00Z");
        clock.stopAt(start);
        AtomicLong nanos = new AtomicLong();
        Runs runs = repositories.bean(Runs.class);
        Run begun = runs.begin(runs.request(Trigger.PERSON, null, RunPlan.USUAL).id(), "node-1");
        RunLog log = new RunLog(begun, runs, (run, turn) -> {}, () -> Traffic.NONE, nanos::get);

        log.begin(SyncStep.PUSH_V6);
        clock.stopAt(start.minus(Duration.ofDays(3650)));
        nanos.addAndGet(Duration.ofMinutes(1).toNanos());
        log.done(SyncStep.PUSH_V6);
        log.finish(Outcome.SUCCEEDED, null);

        Run kept = runs.find(begun.id()).orElseThrow();
        assertThat(kept.startedAt()).isEqualTo(start);
        assertThat(kept.finishedAt()).isEqualTo(start.plusSeconds(60));
        assertThat(kept.steps().getFirst().finishedAt()).isEqualTo(start.plusSeconds(60));
    }
}
