package org.relais.testing;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A real Chromium for the journeys: the one that the system has, started once for the whole suite.
 *
 * <p>{@code @RegisterExtension final Browser browser = new Browser();}, then {@link #page}; what a test opened is closed
 * after it, and a failed test leaves a picture of each of its pages in {@code target/journeys}.
 */
public final class Browser implements AfterEachCallback {

    /**
     * A name of this machine that browsers do not trust as they trust the loopback address: pages from there are what pages
     * over plain HTTP are to the tablets of a site.
     */
    public static final String PLAIN_HOST = "relais.test";

    private static final int PATIENCE_MILLIS = 20_000;

    /** What it would have ready for a person: with each page one more process, for the suggestions of the address bar. */
    private static final List<String> UNUSED = List.of(
            "WebUIOmniboxPopup",
            "WebUIOmniboxAimPopup",
            "WebUIOmniboxFullPopup",
            "PreloadTopChromeWebUI",
            "SpareRendererForSitePerProcess");

    /** What Playwright itself takes from it: of several such lists Chromium heeds the last one only. */
    private static final List<String> TAKEN_BY_PLAYWRIGHT = List.of(
            "AvoidUnnecessaryBeforeUnloadCheckSync",
            "BoundaryEventDispatchTracksNodeRemoval",
            "DestroyProfileOnBrowserClose",
            "DialMediaRouteProvider",
            "GlobalMediaControls",
            "HttpsUpgrades",
            "LensOverlay",
            "MediaRouter",
            "PaintHolding",
            "ThirdPartyStoragePartitioning",
            "BlockOriginHeaderModificationOnRedirect",
            "Translate",
            "AutoDeElevate",
            "OptimizationHints");

    private static final List<String> ARGUMENTS = List.of(
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--disable-features=" + String.join(",", UNUSED) + "," + String.join(",", TAKEN_BY_PLAYWRIGHT),
            "--host-resolver-rules=MAP " + Browser.PLAIN_HOST + " 127.0.0.1");

    private final List<BrowserContext> contexts = new ArrayList<>();

    /** A page in a fresh profile, as a person with this language and this window would have it. */
    public Page page(String language, int width, int height) {
        return page(new NewContextOptions().setLocale(language).setViewportSize(width, height));
    }

    /** A page in a fresh profile with more about it that matters: touch, a dark system. */
    public Page page(NewContextOptions options) {
        BrowserContext context = Chromium.INSTANCE.newContext(options.setTimezoneId("Africa/Abidjan"));
        context.setDefaultTimeout(PATIENCE_MILLIS);
        context.grantPermissions(List.of("clipboard-read", "clipboard-write"));
        contexts.add(context);
        return context.newPage();
    }

    /** A page on which nothing moves, for judging what is shown: waiting until it has stopped is most of the time otherwise. */
    public Page still(String language, int width, int height) {
        return page(new NewContextOptions()
                .setLocale(language)
                .setViewportSize(width, height)
                .setReducedMotion(ReducedMotion.REDUCE));
    }

    /** A page on a laptop's window. */
    public Page page(String language) {
        return page(language, 1280, 800);
    }

    @Override
    public void afterEach(ExtensionContext test) {
        if (test.getExecutionException().isPresent()) {
            int number = 0;
            for (BrowserContext context : contexts) {
                for (Page page : context.pages()) {
                    String name =
                            test.getRequiredTestClass().getSimpleName() + "." + test.getDisplayName() + "-" + ++number;
                    page.screenshot(new Page.ScreenshotOptions()
                            .setPath(Path.of("target/journeys", name.replaceAll("[^\\p{Alnum}.-]", "_") + ".png")));
                }
            }
        }
        contexts.forEach(BrowserContext::close);
        contexts.clear();
    }

    /** Started when the first page is asked for; ends with the JVM. */
    private static final class Chromium {

        static final com.microsoft.playwright.Browser INSTANCE = Playwright.create(
                        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")))
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable())
                        .setArgs(ARGUMENTS));

        static {
            PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
        }

        /** The one that the script {@code relais} found, else the usual places. */
        private static Path executable() {
            return Stream.of(
                            System.getenv("RELAIS_CHROMIUM"),
                            "/usr/bin/chromium",
                            "/usr/bin/chromium-browser",
                            "/usr/bin/google-chrome")
                    .filter(Objects::nonNull)
                    .map(Path::of)
                    .filter(Files::isExecutable)
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException(
                            "The journeys need Chromium; on Debian: apt-get install chromium"));
        }
    }
}
