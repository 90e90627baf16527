package org.relais.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.relais.central.FailureCode;
import org.relais.run.Outcome;
import org.relais.run.Run;
import org.relais.run.RunStep;
import org.relais.run.StepState;
import org.relais.run.Trigger;
import org.relais.testing.TestDatabase;

/** A run whose server has fallen silent ends when somebody cancels it, in this process or in another. */
class CancelledRunTest {

    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    private static OddNetwork network;
    private static Engine engine;

    private final CountDownLatch silent = new CountDownLatch(1);

    @BeforeAll
    static void start() throws IOException {
        network = new OddNetwork();
        engine = network.site(database);
        assertThat(engine.lastEnded().outcome()).isEqualTo(Outcome.SUCCEEDED);
    }

    @AfterAll
    static void stop() {
        network.close();
        engine.close();
    }

    /** The answer begins, and then nothing comes for as long as anybody waits. */
    @BeforeEach
    void fallSilent() {
        network.heal();
        network.handle("GET /sync/v5/central_records", (exchange, request) -> {
            exchange.sendResponseHeaders(200, 1_000);
            exchange.getResponseBody().write("{\"maxCursor\":7,\"data\":[".getBytes());
            exchange.getResponseBody().flush();
            silent.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    @Test
    void inThisProcess() throws InterruptedException {
        Run run = engine.synchroniser().start(Trigger.PERSON, "pharma");
        silent.await();

        assertThat(engine.synchroniser().cancel()).isPresent();

        assertCancelled(run);
    }

    @Test
    void inAnotherProcess() throws InterruptedException {
        Run run = engine.synchroniser().start(Trigger.PERSON, "pharma");
        silent.await();

        engine.jdbc()
                .sql("update sync_run set cancel_requested = 1 where id = ?")
                .param(run.id())
                .update();

        assertCancelled(run);
    }

    private static void assertCancelled(Run run) {
        Run ended = Awaitility.await()
                .until(() -> engine.runs().find(run.id()).orElseThrow(), each -> each.finishedAt() != null);
        assertThat(ended.outcome()).isEqualTo(Outcome.CANCELLED);
        assertThat(ended.error().code()).isEqualTo(FailureCode.CANCELLED);
        assertThat(ended.steps()).extracting(RunStep::state).doesNotContain(StepState.ACTIVE, StepState.PENDING);
        network.heal();
        assertThat(engine.run().outcome()).isEqualTo(Outcome.SUCCEEDED);
    }
}
