package org.relais.bench;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.relais.catalogue.CentralServer;
import org.relais.demo.DemoNetwork;
import org.relais.demo.DemoOptions;
import org.relais.demo.Fault;
import org.relais.demo.FaultKind;
import org.relais.testing.Browser;

/**
 * The time from a progress event in the engine to the changed page in a browser, during a first synchronisation, which
 * keeps both processors busy. The engine's instant is the time stamp of its log at level TRACE, the page's the one of a
 * MutationObserver; both are the same machine's clock.
 *
 * @param millis of each event whose figures came to the page, in order of size
 * @param events how many the engine published; the page may leave one out when the next follows at once
 */
record PageDelay(List<Double> millis, int events) {

    private static final Pattern LINE = Pattern.compile("^(\\S+)\\s+TRACE .*StatusBoard.*Showing (.*)$");
    private static final Pattern STEP = Pattern.compile("step=(\\w+), state=(\\w+), total=(\\w+), done=(\\w+),");
    private static final int SETTLED_MILLIS = 1000;
    private static final String OBSERVER = """
            () => {
              const seen = new Map();
              window.relaisSeen = seen;
              const look = () => {
                const at = performance.timeOrigin + performance.now();
                document.querySelectorAll('#stepper [data-step]').forEach(item => {
                  const counts = (item.querySelector('.step-count')?.textContent ?? '').split('/');
                  const done = counts.length === 2 ? counts[0].replace(/\\D/g, '') : '';
                  const total = counts.length === 2 ? counts[1].replace(/\\D/g, '') : '';
                  const key = [item.dataset.step, item.dataset.state, done, total].join(' ');
                  if (!seen.has(key)) seen.set(key, at);
                });
              };
              look();
              new MutationObserver(look).observe(document.body,
                {subtree: true, childList: true, characterData: true, attributes: true});
            }
            """;

    static PageDelay measure(Path application, Path data, int records) {
        DemoOptions options = DemoOptions.usual().records(records).integration(Duration.ZERO);
        try (DemoNetwork network = DemoNetwork.start(options)) {
            // The first run must not begin before somebody looks.
            network.faults()
                    .add(Fault.always(FaultKind.LEGACY_ERROR, CentralServer.LEGACY)
                            .saying("site_incorrect_password"));
            try (SiteProcess site = SiteProcess.start(
                    application, data, network, "--logging.level.org.relais.sync.StatusBoard=trace")) {
                site.api().awaitEnd();
                Page page = watching(site);
                Instant from = Instant.now();
                network.faults().clear();
                site.api().run();
                page.waitForTimeout(SETTLED_MILLIS);
                Map<String, Double> shown = shown(page);
                return compare(published(site, from), shown);
            }
        }
    }

    private static Page watching(SiteProcess site) {
        Page page = new Browser().page("en");
        page.navigate(site.api().page("/login").toString());
        page.fill("input[name=username]", "admin");
        page.fill("input[name=password]", SiteProcess.ADMIN_PASSWORD);
        page.click("#sign-in");
        page.waitForURL(url -> !url.contains("/login"));
        page.navigate(site.api().page("/synchronisation").toString());
        page.waitForSelector("#stepper [data-step]");
        page.evaluate(OBSERVER);
        return page;
    }

    private static Map<String, Double> shown(Page page) {
        Map<String, Double> shown = new HashMap<>();
        for (Object entry : (List<?>) page.evaluate("() => [...window.relaisSeen]")) {
            List<?> pair = (List<?>) entry;
            shown.put((String) pair.get(0), ((Number) pair.get(1)).doubleValue());
        }
        return shown;
    }

    /** What the engine published, in the words of the page, with its instant in milliseconds. */
    private static List<Map.Entry<String, Long>> published(SiteProcess site, Instant from) {
        try {
            List<Map.Entry<String, Long>> published = new ArrayList<>();
            Map<String, String> before = new HashMap<>();
            for (String line : Files.readAllLines(site.log())) {
                Matcher trace = LINE.matcher(line);
                if (trace.find()
                        && !OffsetDateTime.parse(trace.group(1)).toInstant().isBefore(from)) {
                    long instant =
                            OffsetDateTime.parse(trace.group(1)).toInstant().toEpochMilli();
                    Matcher step = STEP.matcher(trace.group(2));
                    while (step.find()) {
                        String name = step.group(1).toLowerCase(Locale.ROOT).replace('_', '-');
                        String figures = figures(step.group(3), step.group(4));
                        String key = name + ' ' + step.group(2).toLowerCase(Locale.ROOT) + ' ' + figures;
                        if (!key.equals(before.put(name, key))) {
                            published.add(Map.entry(key, instant));
                        }
                    }
                }
            }
            return published;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The page shows no figures before it knows how many there are. */
    private static String figures(String total, String done) {
        boolean known = !total.equals("null") && !total.equals("0");
        return known ? (done.equals("null") ? "0" : done) + ' ' + total : " ";
    }

    private static PageDelay compare(List<Map.Entry<String, Long>> published, Map<String, Double> shown) {
        List<Double> millis = new ArrayList<>();
        for (Map.Entry<String, Long> event : published) {
            Double at = shown.remove(event.getKey());
            if (at != null && at >= event.getValue()) {
                millis.add(at - event.getValue());
            }
        }
        millis.sort(null);
        return new PageDelay(millis, published.size());
    }

    /** The delay that so many of a hundred stay under. */
    double percentile(int percent) {
        return millis.get(Math.min(millis.size() - 1, millis.size() * percent / 100));
    }
}
