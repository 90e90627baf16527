package org.relais.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.Sizes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a browser that was never here must fetch until somebody can type into the first field. */
class FirstLoadTest extends JourneySite {

    private static final int MOST_BYTES = 24_000;

    /** With those that the first paint does not wait for, and the first questions whether the server is there. */
    private static final int MOST_REQUESTS = 15;

    @Test
    void theFirstFieldTakesFewBytes() {
        Page page = browser.page("fr");
        List<Request> requests = new ArrayList<>();
        page.onRequest(requests::add);
        long start = System.nanoTime();
        page.navigate(address() + "/login");
        page.locator("#username").fill("admin");
        Duration taken = Duration.ofNanos(System.nanoTime() - start);
        assertThat(page.locator("#username")).hasValue("admin");

        long bytes = 0;
        StringBuilder report = new StringBuilder();
        List<Request> needed = List.copyOf(requests);
        for (Request request : needed) {
            if (request.url().startsWith("data:") || request.url().startsWith("ws:")) {
                continue;
            }
            if (request.response() == null) {
                // A question that the page took back, to ask it anew.
                continue;
            }
            Sizes sizes = request.sizes();
            long size = sizes.responseHeadersSize + sizes.responseBodySize;
            bytes += size;
            report.append("%n  %,9d  %s"
                    .formatted(size, request.url().substring(address().length())));
        }
        System.out.printf(
                "First field after %d ms: %,d bytes in %d requests%s%n",
                taken.toMillis(), bytes, needed.size(), report);
        assertThat(bytes).isLessThan(MOST_BYTES);
        assertThat(needed).hasSizeLessThan(MOST_REQUESTS);
    }
}
