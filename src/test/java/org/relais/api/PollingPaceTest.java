package org.relais.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class PollingPaceTest {

    private static final long MILLISECOND = 1_000_000;

    private long now = 17;
    private boolean running = true;
    private final List<Long> pauses = new ArrayList<>();
    private final PollingPace pace = new PollingPace(() -> running, () -> now, nanos -> {
        pauses.add(nanos / MILLISECOND);
        now += nanos;
    });

    @Test
    void answersHaveAFifthOfTheTime() throws Exception {
        ask("GET", "/api/v1/sync", 3);
        ask("GET", "/api/v1/records", 5);
        ask("GET", "/api/v1/sync", 1);
        now += 4 * MILLISECOND;
        ask("GET", "/api/v1/sync", 1);

        // From beginning to beginning 15, 25 and 5.
        assertThat(pauses).containsExactly(12L, 20L);
    }

    @Test
    void nobodyWaitsLongForAnAnswerThatTookLong() throws Exception {
        ask("GET", "/api/v1/records", 30);
        ask("GET", "/api/v1/sync", 1);

        assertThat(pauses).containsExactly(20L);
    }

    @Test
    void nobodyWaitsLongHoweverManyAskAtOnce() throws Exception {
        PollingPace crowded = new PollingPace(() -> true, () -> now, nanos -> pauses.add(nanos / MILLISECOND));
        for (int asked = 0; asked < 100; asked++) {
            crowded.doFilter(
                    new MockHttpServletRequest("GET", "/api/v1/sync"),
                    new MockHttpServletResponse(),
                    (request, response) -> now += 10 * MILLISECOND);
        }

        assertThat(pauses).hasSizeGreaterThan(90).last().isEqualTo(1_000L);
        assertThat(pauses).allMatch(millis -> millis <= 1_000);
    }

    @Test
    void whatStartsOrStopsARunNeverWaitsNorDoesAnythingWhenNoneGoesOn() throws Exception {
        ask("GET", "/api/v1/sync", 3);
        ask("DELETE", "/api/v1/sync/runs/current", 3);
        ask("POST", "/api/v1/sync/runs", 3);
        ask("GET", "/actuator/health", 3);
        running = false;
        ask("GET", "/api/v1/sync", 3);
        ask("GET", "/api/v1/sync", 3);

        assertThat(pauses).isEmpty();
    }

    private void ask(String method, String path, long tookMillis) throws Exception {
        pace.doFilter(
                new MockHttpServletRequest(method, path),
                new MockHttpServletResponse(),
                (request, response) -> now += tookMillis * MILLISECOND);
    }
}
