package org.relais.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.relais.central.FailureCode;
import org.relais.demo.DemoNetwork;
import org.relais.demo.DemoOptions;
import org.relais.demo.DemoSite;
import org.relais.run.Outcome;
import org.relais.run.Run;
import org.relais.run.RunPlan;
import org.relais.run.RunStep;
import org.relais.run.StepState;
import org.relais.run.SyncStep;
import org.relais.testing.TestDatabase;
import org.relais.testing.ThinLine;

/** What a site does about a line that is lost and comes back, without anybody. */
class LostLineTest {

    private static final long IN_THE_MIDDLE = 40_000;

    @RegisterExtension
    final TestDatabase database = TestDatabase.fresh();

    private final DemoNetwork network =
            DemoNetwork.start(DemoOptions.usual().records(5_000).integration(Duration.ofMillis(20)));
    private final ThinLine line = ThinLine.wide(network.legacyUrl());
    private final ThinLine openLine = ThinLine.wide(network.openUrl());
    private Engine engine;

    @BeforeEach
    void leadBothServersOverTheLine() {
        network.tellOpenUrl(openLine.url());
    }

    @AfterEach
    void end() {
        engine.close();
        line.close();
        openLine.close();
        network.close();
    }

    @Test
    void aStepWaitsForTheLineAndGoesOnWhereItWas() {
        line.cutAfter(IN_THE_MIDDLE);
        engine = start("--relais.sync.wait-for-line=1h");

        await().until(() -> current() != null && current().waitingSince() != null);

        Run waiting = current();
        assertThat(line.isCut()).isTrue();
        assertThat(waiting.steps())
                .filteredOn(step -> step.waitingSince() != null)
                .singleElement()
                .satisfies(step -> {
                    assertThat(step.state()).isEqualTo(StepState.ACTIVE);
                    assertThat(step.step()).isEqualTo(SyncStep.PULL_CENTRAL);
                    assertThat(step.error()).isNull();
                });
        // Whoever looks from another process sees it too.
        assertThat(engine.runs().find(waiting.id()).orElseThrow().waitingSince())
                .isNotNull();
        line.mend();
        Run whole = engine.lastEnded();
        assertThat(whole.id()).isEqualTo(waiting.id());
        assertThat(whole.outcome()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(whole.waitingSince()).isNull();
        assertThat(engine.runs().newest(5)).hasSize(1);
    }

    @Test
    void aLineThatStaysAwayIsGivenUpAtTheLimit() {
        line.cutAfter(IN_THE_MIDDLE);
        engine = start("--relais.sync.wait-for-line=2s");

        Run lost = engine.lastEnded();

        RunStep pulling = Engine.step(lost, SyncStep.PULL_CENTRAL);
        assertThat(pulling.error().code()).isEqualTo(FailureCode.CONNECTION);
        assertThat(pulling.waitingSince()).isNull();
        assertThat(Duration.between(pulling.startedAt(), pulling.finishedAt()))
                .isGreaterThanOrEqualTo(Duration.ofSeconds(2));
        long arrived = lost.received();
        assertThat(arrived).isPositive();
        assertThat(engine.hereAlready().of(engine.synchroniser().status()))
                .hasValue(new HereAlready.Share(arrived, arrived, true));
    }

    @Test
    void aPersonsCancelEndsTheWaitingAtOnce() {
        line.cutAfter(IN_THE_MIDDLE);
        engine = start("--relais.sync.wait-for-line=1h");
        await().until(() -> current() != null && current().waitingSince() != null);

        engine.synchroniser().cancel();

        Run cancelled = engine.lastEnded();
        assertThat(cancelled.outcome()).isEqualTo(Outcome.CANCELLED);
        assertThat(cancelled.waitingSince()).isNull();
    }

    @Test
    void theNextRunBeginsByItselfWhenTheLineIsBackAndNotBefore() {
        line.cutAfter(IN_THE_MIDDLE);
        engine = start("--relais.sync.enabled=true", "--relais.sync.interval=7d");
        Run lost = engine.lastEnded();
        assertThat(lost.outcome()).isEqualTo(Outcome.PARTIAL);
        assertThat(lost.error().code()).isEqualTo(FailureCode.CONNECTION);
        Instant soon = lost.finishedAt().plus(Duration.ofMinutes(1));
        await().until(() -> engine.synchroniser().status().nextRunAt().isBefore(soon));
        long before = line.connections();

        await().until(() -> line.connections() > before);

        assertThat(engine.runs().newest(5)).hasSize(1);
        line.mend();
        await().until(() -> engine.runs().lastSuccess().isPresent());
        List<Run> runs = engine.runs().newest(5);
        assertThat(runs).extracting(Run::plan).containsExactly(RunPlan.FIRST, RunPlan.FIRST);
        assertThat(runs).extracting(Run::outcome).containsExactly(Outcome.SUCCEEDED, Outcome.PARTIAL);
        // Back to the interval.
        Instant late = runs.getFirst().finishedAt().plus(Duration.ofDays(6));
        await().until(() -> engine.synchroniser().status().nextRunAt().isAfter(late));
    }

    @Test
    void aRunTellsWhatItMovedOnTheLine() {
        engine = start();

        Run first = engine.lastEnded();
        Run empty = engine.run();

        assertThat(first.traffic().received() + empty.traffic().received())
                .isCloseTo(line.received() + openLine.received(), byAFew());
        assertThat(first.traffic().sent() + empty.traffic().sent()).isCloseTo(line.sent() + openLine.sent(), byAFew());
        assertThat(empty.traffic().total()).isPositive().isLessThan(8_000);
        assertThat(engine.runs().find(empty.id()).orElseThrow().traffic()).isEqualTo(empty.traffic());
    }

    private static Percentage byAFew() {
        return Percentage.withPercentage(10);
    }

    private Run current() {
        return engine.synchroniser().status().current();
    }

    private Engine start(String... settings) {
        DemoSite site = network.sites().getFirst();
        List<String> all = new ArrayList<>(List.of(settings));
        all.addAll(List.of(
                "--relais.site.central-url=" + line.url(),
                "--relais.site.name=" + site.name(),
                "--relais.site.password=" + site.password(),
                "--relais.central.first-pause=10ms"));
        return Engine.start(database, Engine.newDirectory(), all.toArray(String[]::new));
    }
}
