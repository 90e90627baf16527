package org.relais.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.relais.run.Outcome;
import org.relais.run.Run;
import org.relais.run.Trigger;
import org.relais.testing.TestDatabase;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** A run that another process closed while this one stood still. */
@ExtendWith(OutputCaptureExtension.class)
class ClosedRunTest {

    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch closed = new CountDownLatch(1);

    @Test
    void itEndsHereWithoutAWordOfItsOwnAndIsNoFaultOfTheProgram(CapturedOutput output) throws Exception {
        try (OddNetwork network = new OddNetwork();
                Engine engine = network.site(database)) {
            engine.lastEnded();
            network.on("GET /sync/v5/central_records", request -> {
                asked.countDown();
                awaitClosing();
                return "{\"maxCursor\":0,\"data\":[]}";
            });
            Run run = engine.synchroniser().start(Trigger.PERSON, "pharma");
            asked.await();

            engine.runs().close(run.id(), "");
            closed.countDown();

            Awaitility.await().until(() -> !engine.bean(StatusBoard.class).busyHere());
            assertThat(engine.runs().find(run.id()).orElseThrow().outcome()).isEqualTo(Outcome.INTERRUPTED);
            assertThat(output).contains("Run " + run.id() + " was closed").doesNotContain("has a fault");
            network.heal();
            assertThat(engine.run().outcome()).isEqualTo(Outcome.SUCCEEDED);
        }
    }

    private void awaitClosing() {
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
