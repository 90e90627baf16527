package org.relais.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.relais.catalogue.CentralServer;
import org.relais.catalogue.Channel;
import org.relais.catalogue.RecordTypes;
import org.relais.central.FailureCode;
import org.relais.central.Traffic;
import org.relais.record.RecordsReceived;
import org.relais.record.RecordsSent;
import org.relais.run.Outcome;
import org.relais.run.Run;
import org.relais.run.RunEnded;
import org.relais.run.RunPlan;
import org.relais.run.RunStep;
import org.relais.run.StepState;
import org.relais.run.SyncStep;
import org.relais.run.Trigger;

class MetersTest {

    private static final Instant BEGIN = Instant.parse("2026-11-26T07:00:00Z");

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

    @Test
    void runsAreCountedByTheirOutcomeAndStepsMeasured() {
        RunMeters meters = new RunMeters(registry);
        assertThat(runs("partial")).isZero();
        RunStep push =
                new RunStep(SyncStep.PUSH, StepState.FAILED, 1L, 0L, 0L, null, BEGIN, BEGIN.plusSeconds(7), null, null);
        RunStep skipped =
                new RunStep(SyncStep.PULL_REMOTE, StepState.SKIPPED, null, null, null, null, null, null, null, null);

        meters.ended(new RunEnded(new Run(
                1,
                RunPlan.USUAL,
                Trigger.SCHEDULE,
                null,
                BEGIN,
                BEGIN.plusSeconds(9),
                Outcome.PARTIAL,
                List.of(push, skipped),
                null,
                null)));

        assertThat(runs("partial")).isEqualTo(1);
        assertThat(runs("succeeded")).isZero();
        assertThat(registry.get(RunMeters.STEPS).tag("step", "push").timer().totalTime(TimeUnit.SECONDS))
                .isEqualTo(7);
        assertThat(registry.get(RunMeters.STEPS)
                        .tag("step", "pull-remote")
                        .timer()
                        .count())
                .isZero();
    }

    @Test
    void tablesThatNobodyKnowsShareOneLabel() {
        RecordMeters meters = new RecordMeters(registry, RecordTypes.load());

        meters.received(new RecordsReceived(Channel.OPEN_PULL, Map.of("item", 5L, "made_up_1", 2L, "made_up_2", 3L)));
        meters.received(new RecordsReceived(Channel.OPEN_PULL, Map.of("item", 1L)));
        meters.sent(new RecordsSent(CentralServer.OPEN, Map.of("item", 4L)));

        assertThat(records("pulled", "item")).isEqualTo(6);
        assertThat(records("pulled", "other")).isEqualTo(5);
        assertThat(records("pushed", "item")).isEqualTo(4);
        assertThat(registry.get(RecordMeters.RECORDS).counters()).hasSize(3);
    }

    @Test
    void callsAreMeasuredByServerAndOutcome() {
        CallMeters meters = new CallMeters(registry);

        meters.made(CentralServer.LEGACY, null, Duration.ofMillis(300), new Traffic(900, 200));
        meters.made(CentralServer.LEGACY, FailureCode.TIMEOUT, Duration.ofSeconds(5), new Traffic(0, 150));

        assertThat(registry.get(CallMeters.CALLS)
                        .tags("server", "legacy", "outcome", "success")
                        .timer()
                        .totalTime(TimeUnit.MILLISECONDS))
                .isEqualTo(300);
        assertThat(registry.get(CallMeters.CALLS)
                        .tags("server", "legacy", "outcome", "timeout")
                        .timer()
                        .count())
                .isEqualTo(1);
        assertThat(bytes("received")).isEqualTo(900);
        assertThat(bytes("sent")).isEqualTo(350);
    }

    private double bytes(String direction) {
        return registry.get(CallMeters.BYTES)
                .tags("server", "legacy", "direction", direction)
                .counter()
                .count();
    }

    private double runs(String outcome) {
        return registry.get(RunMeters.RUNS).tag("outcome", outcome).counter().count();
    }

    private double records(String direction, String table) {
        return registry.get(RecordMeters.RECORDS)
                .tags("direction", direction, "table", table)
                .counter()
                .count();
    }
}
