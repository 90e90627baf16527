package org.relais.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.awaitility.Awaitility;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.TriggerKey;
import org.relais.demo.DemoNetwork;
import org.relais.demo.DemoOptions;
import org.relais.run.Outcome;
import org.relais.run.Run;
import org.relais.run.Trigger;
import org.relais.testing.TestDatabase;

/**
 * The machine's clock is set, forth and back, by minutes, days and ten years, with the real Quartz and its real tables. Quartz asks
 * the machine itself what time it is, so here time stands and what is written is moved instead: everything that was written down
 * by a clock that was ahead by a day lies a day in the future once the clock is right.
 */
class ClockJumpTest {

    private static final Duration INTERVAL = Duration.ofHours(1);
    private static final String[] SETTINGS = {"--relais.sync.enabled=true", "--relais.sync.interval=1h"};

    private static TestDatabase database;
    private static Path directory;
    private static DemoNetwork network;
    private static Engine engine;

    @BeforeContainer
    static void start() {
        database = TestDatabase.fresh();
        directory = Engine.newDirectory();
        network = DemoNetwork.start(DemoOptions.usual().records(5_000).integration(Duration.ofMillis(20)));
        engine = Engine.startFor(network, database, directory, SETTINGS);
        engine.lastEnded();
    }

    @AfterContainer
    static void stop() {
        engine.close();
        network.close();
        database.close();
    }

    @Provide
    Arbitrary<Duration> jumps() {
        return Arbitraries.oneOf(
                        Arbitraries.longs().between(1, 120).map(Duration::ofMinutes),
                        Arbitraries.longs().between(1, 400).map(Duration::ofDays),
                        Arbitraries.just(Duration.ofDays(3650)))
                .flatMap(jump -> Arbitraries.of(jump, jump.negated()));
    }

    @Property(tries = 25, shrinking = ShrinkingMode.OFF)
    void theNextRunIsNeverFurtherAwayThanTheIntervalAndTheBadgeTellsTheTruth(@ForAll("jumps") Duration jump) {
        // No run begins in between: only what is planned is looked at.
        standby();
        clockWasAheadBy(jump);

        isPlannedWithin(INTERVAL);
        engine.bean(SyncSchedule.class).straighten();

        assertThat(engine.bean(Timetable.class).next(new TriggerKey("interval")))
                .hasValueSatisfying(
                        next -> assertThat(next).isBeforeOrEqualTo(Instant.now().plus(INTERVAL)));
        isPlannedWithin(INTERVAL);
        tellsTheTruth();
        clockWasAheadBy(jump.negated());
        engine.bean(SyncSchedule.class).straighten();
    }

    @Example
    void aRunTakesPlaceAfterEachJumpInTheRunningProcess() {
        for (Duration jump : List.of(Duration.ofDays(3650), Duration.ofDays(-3), Duration.ofMinutes(50))) {
            clockWasAheadBy(jump);
            engine.bean(SyncSchedule.class).straighten();
            takesPlace(engine);
        }
    }

    @Example
    void aRunTakesPlaceAfterARestartThatFollowedTheJump() {
        for (Duration jump : List.of(Duration.ofDays(3), Duration.ofDays(3650), Duration.ofDays(-3650))) {
            engine.close();
            clockWasAheadBy(jump);
            engine = Engine.startFor(network, database, directory, SETTINGS);
            isPlannedWithin(INTERVAL);
            takesPlace(engine);
        }
    }

    @Example
    void aPauseAcrossAJumpDelaysNothing() {
        engine.synchroniser().pause();
        clockWasAheadBy(Duration.ofDays(3650));

        engine.synchroniser().resume();

        isPlannedWithin(INTERVAL);
    }

    /** An interval later, by the clock that is right now. */
    private static void takesPlace(Engine engine) {
        long before = engine.runs().newest(1).getFirst().id();
        shiftTriggers(INTERVAL.negated());
        wake();
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> engine.runs().newest(1).getFirst().id() > before);
        Run run = engine.lastEnded();
        assertThat(run.trigger()).isEqualTo(Trigger.SCHEDULE);
        assertThat(run.outcome()).isEqualTo(Outcome.SUCCEEDED);
        isPlannedWithin(INTERVAL);
        tellsTheTruth();
    }

    private static void isPlannedWithin(Duration interval) {
        assertThat(engine.synchroniser().status().nextRunAt())
                .isBeforeOrEqualTo(Instant.now().plus(interval));
    }

    /** The last success is never in the future, and a future one is no alarm. */
    private static void tellsTheTruth() {
        SyncStatus status = engine.synchroniser().status();
        Instant now = Instant.now();
        Instant ended = status.lastSuccess().finishedAt();
        assertThat(status.freshSince()).isBeforeOrEqualTo(now.plus(Duration.ofMinutes(1)));
        assertThat(engine.bean(LastSuccess.class).since()).isEqualTo(status.freshSince());
        Freshness freshness = Freshness.of(status.freshSince(), BadgeThresholds.USUAL, now);
        if (ended.isAfter(now.minus(Duration.ofHours(23)))) {
            assertThat(freshness).isEqualTo(Freshness.FRESH);
        } else if (ended.isBefore(now.minus(Duration.ofDays(3)))) {
            assertThat(freshness).isEqualTo(Freshness.OVERDUE);
        }
    }

    private static void clockWasAheadBy(Duration jump) {
        shiftTriggers(jump);
        long seconds = jump.toSeconds();
        new TestRows(database)
                .update("update sync_run set started_at = started_at + interval " + seconds + " second, finished_at ="
                        + " finished_at + interval " + seconds + " second, updated_at = updated_at + interval "
                        + seconds + " second");
        new TestRows(database)
                .update("update QRTZ_SCHEDULER_STATE set LAST_CHECKIN_TIME = LAST_CHECKIN_TIME + " + jump.toMillis());
    }

    private static void shiftTriggers(Duration jump) {
        long millis = jump.toMillis();
        new TestRows(database)
                .update("update QRTZ_TRIGGERS set NEXT_FIRE_TIME = NEXT_FIRE_TIME + " + millis
                        + ", START_TIME = START_TIME + " + millis
                        + ", PREV_FIRE_TIME = if(PREV_FIRE_TIME > 0, PREV_FIRE_TIME + " + millis
                        + ", PREV_FIRE_TIME) where TRIGGER_NAME = 'interval'");
    }

    private static void standby() {
        try {
            engine.bean(Scheduler.class).standby();
        } catch (SchedulerException e) {
            throw new AssertionError(e);
        }
    }

    /** Quartz looks at its tables at least every half a minute; now at once. */
    private static void wake() {
        try {
            engine.bean(Scheduler.class).standby();
            engine.bean(Scheduler.class).start();
        } catch (SchedulerException e) {
            throw new AssertionError(e);
        }
    }
}
