package org.relais.central;

import static org.assertj.core.api.Assertions.assertThat;
import static org.relais.central.TestSite.failure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.relais.catalogue.CentralServer;

class PatienceTest {

    @RegisterExtension
    final TestSite site = new TestSite();

    private final List<Long> pauses = new ArrayList<>();
    private final PausedTime time = new PausedTime();
    private final Patience patience = new Patience(time, time);
    private final Cancellation never = Cancellation.none();

    @Test
    void asksQuicklyAtFirst() {
        AtomicInteger questions = new AtomicInteger();
        patience.until(never, CentralServer.OPEN, Patience.INTEGRATION, () -> questions.incrementAndGet() == 8);
        assertThat(pauses).containsExactly(100L, 200L, 400L, 800L, 1_600L, 2_000L, 2_000L, 2_000L);
    }

    @Test
    void endsAtTheLimitAndNotLater() {
        CentralFailure failure = failure(() -> {
            patience.until(never, CentralServer.LEGACY, Patience.INTEGRATION, () -> false);
            return "done";
        });
        assertThat(failure).isInstanceOf(CentralFailure.WaitedInVain.class);
        assertThat(failure.code()).isEqualTo(FailureCode.INTEGRATION_TIMEOUT);
        assertThat(failure.server()).isEqualTo(CentralServer.LEGACY);
        assertThat(failure.call()).isEqualTo("GET /sync/v5/site_status");
        assertThat(failure.detail()).isEqualTo("not done within 30 s");
        assertThat(pauses.stream().mapToLong(Long::longValue).sum()).isEqualTo(30_000);
    }

    @Test
    void callsAgainWhileTheServerIsBusy() {
        AtomicInteger calls = new AtomicInteger();
        try (ScriptedServer server = new ScriptedServer(exchange -> ScriptedServer.json(
                exchange,
                200,
                calls.incrementAndGet() < 3
                        ? "{\"error\":\"integrationInProgress\"}"
                        : "{\"data\":{\"records_pushed\":4}}"))) {
            OpenCentral open = site.open(server.url());
            long pushed = patience.whileBusy(
                    never, Patience.INTEGRATION, () -> open.push(new OpenBatch(1, 1, List.of(), true)));
            assertThat(pushed).isEqualTo(4);
            assertThat(pauses).containsExactly(100L, 200L);
        }
    }

    @Test
    void aServerThatStaysBusyIsToldAsSuch() {
        try (ScriptedServer server = ScriptedServer.answering(200, "{\"error\":\"integrationInProgress\"}")) {
            OpenCentral open = site.open(server.url());
            CentralFailure failure = failure(() -> patience.whileBusy(never, Duration.ofSeconds(1), open::integrating));
            assertThat(failure).isInstanceOf(CentralFailure.Busy.class);
            assertThat(failure.code()).isEqualTo(FailureCode.INTEGRATION_IN_PROGRESS);
            assertThat(pauses.stream().mapToLong(Long::longValue).sum()).isEqualTo(1_000);
        }
    }

    /** Time that passes only by pausing. */
    private final class PausedTime implements Pause, LongSupplier {
        private long now = Long.MAX_VALUE - 5;

        @Override
        public void pause(Duration length) {
            pauses.add(length.toMillis());
            now += length.toNanos();
        }

        @Override
        public long getAsLong() {
            return now;
        }
    }
}
