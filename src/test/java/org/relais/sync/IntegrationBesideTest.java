package org.relais.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.relais.run.Outcome;
import org.relais.run.Run;
import org.relais.run.RunStep;
import org.relais.run.StepState;
import org.relais.run.SyncStep;
import org.relais.run.Trigger;
import org.relais.testing.TestDatabase;

/**
 * What is complete is in the store while the run still pulls, and the figures of the run say the same as ever: with the page that brings
 * it in a first synchronisation, beside the pulls afterwards.
 */
class IntegrationBesideTest {

    private static final int UNITS = 6_000;

    private static final String BROKEN =
            "{\"ID\":6001,\"tableName\":\"unit\",\"recordId\":\"broken\",\"action\":\"update\",\"recordData\":{\"ID\":\"broken\"}}";

    private final CountDownLatch queue = new CountDownLatch(1);

    @Test
    void ofAFirstSynchronisationWhatIsCompleteIsThereWhileTheNextChannelIsPulled() throws IOException {
        try (OddNetwork network = new OddNetwork();
                TestDatabase database = TestDatabase.fresh()) {
            bringEverything(network);
            try (Engine engine = network.site(database)) {
                provesThatItIsThereMeanwhile(engine);
            }
        }
    }

    @Test
    void soItIsInAnyOtherRun() throws IOException {
        try (OddNetwork network = new OddNetwork();
                TestDatabase database = TestDatabase.fresh()) {
            network.on("GET /sync/v5/central_records", request -> "{\"maxCursor\":0,\"data\":[]}");
            network.on("GET /sync/v5/queued_records", request -> "{\"queueLength\":0,\"data\":[]}");
            try (Engine engine = network.site(database)) {
                assertThat(engine.lastEnded().outcome()).isEqualTo(Outcome.SUCCEEDED);
                bringEverything(network);
                engine.synchroniser().start(Trigger.PERSON, "pharma");

                provesThatItIsThereMeanwhile(engine);
            }
        }
    }

    private void bringEverything(OddNetwork network) {
        network.on(
                "GET /sync/v5/central_records",
                request -> request.startsWith("cursor=0")
                        ? "{\"maxCursor\":%d,\"data\":[%s,%s]}".formatted(UNITS + 1, units(), BROKEN)
                        : "{\"maxCursor\":%d,\"data\":[]}".formatted(UNITS + 1));
        network.on("GET /sync/v5/queued_records", request -> {
            awaitQuietly(queue);
            return "{\"queueLength\":0,\"data\":[]}";
        });
    }

    private void provesThatItIsThereMeanwhile(Engine engine) {
        await().until(() -> stored(engine) == UNITS);

        Run pulling = engine.runs().running().orElseThrow();
        assertThat(Engine.step(pulling, SyncStep.INTEGRATE).state()).isEqualTo(StepState.PENDING);
        queue.countDown();
        Run whole = engine.ended(pulling.id());
        assertThat(whole.outcome()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(whole.received()).isEqualTo(UNITS + 1);
        assertThat(whole.integrated()).isEqualTo(UNITS);
        assertThat(whole.setAside()).isOne();
        RunStep integrate = Engine.step(whole, SyncStep.INTEGRATE);
        assertThat(integrate.done()).isEqualTo(UNITS + 1);
        assertThat(integrate.total()).isEqualTo(UNITS + 1);
    }

    private static String units() {
        return IntStream.rangeClosed(1, UNITS)
                .mapToObj(place -> OddNetwork.unit("\"ID\":" + place, "unit-" + place))
                .collect(Collectors.joining(","));
    }

    private static long stored(Engine engine) {
        return engine.jdbc()
                .sql("select count(*) from record_entry where type = 'unit'")
                .query(Long.class)
                .single();
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
