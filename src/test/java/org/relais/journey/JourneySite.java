package org.relais.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.relais.demo.DemoNetwork;
import org.relais.demo.DemoOptions;
import org.relais.demo.DemoSite;
import org.relais.demo.ReceivedChange;
import org.relais.run.Run;
import org.relais.run.Runs;
import org.relais.run.Trigger;
import org.relais.sync.Synchroniser;
import org.relais.testing.Browser;
import org.relais.testing.DataFolders;
import org.relais.testing.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * The whole application as a browser meets it, on a database of its own, set up against a demonstration network. All
 * journeys share one context and one network; each begins when nothing goes wrong and no run is going on,
 * and no run begins by itself or waits for a line.
 */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "server.address=127.0.0.1",
            "relais.admin.password=" + Visitor.PASSWORD,
            "relais.sync.interval=7d",
            "relais.sync.wait-for-line=0s",
            "relais.sync.first-retry=1h",
            "relais.central.first-pause=10ms",
            "relais.site.public-url=" + JourneySite.PUBLIC_URL
        })
abstract class JourneySite {

    static final String PUBLIC_URL = "https://kinkala.sante.example.org";

    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    static final DemoNetwork network =
            DemoNetwork.start(DemoOptions.usual().records(5_000).integration(Duration.ofMillis(10)));

    @RegisterExtension
    final Browser browser = new Browser();

    @LocalServerPort
    private int port;

    @Autowired
    Synchroniser synchroniser;

    @Autowired
    Runs runs;

    @Autowired
    private JdbcClient jdbc;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        database.register(registry);
        Path directory = DataFolders.fresh("journeys");
        DemoSite site = network.sites().getFirst();
        registry.add("relais.data.directory", directory::toString);
        registry.add("relais.site.central-url", network::legacyUrl);
        registry.add("relais.site.name", site::name);
        registry.add("relais.site.password", site::password);
    }

    @BeforeEach
    void settle() {
        network.faults().clear();
        listening(network.legacyUrl());
        listening(network.openUrl());
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> synchroniser.status(), status -> status.initialised() && status.current() == null);
        if (runs.newest(1).getFirst().trigger() == Trigger.SETUP) {
            nothingWaits(); // From now on runs have their usual six steps.
        }
        jdbc.sql("update account set language = null").update();
    }

    private static void listening(URI server) {
        Awaitility.await().ignoreExceptions().until(() -> {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress(server.getHost(), server.getPort()));
                return true;
            }
        });
    }

    /** Where this server's pages are. */
    String address() {
        return "http://127.0.0.1:" + port;
    }

    /** The same under a name that browsers do not trust without TLS. */
    String plainAddress() {
        return "http://" + Browser.PLAIN_HOST + ":" + port;
    }

    /** Somebody at a laptop in this language who has signed in and looks at this page. */
    Visitor signedInAt(String path, String language) {
        return signedInAt(path, language, 1280, 800);
    }

    Visitor signedInAt(String path, String language, int width, int height) {
        Visitor visitor = new Visitor(browser.page(language, width, height), address());
        visitor.comesSignedIn();
        visitor.open(path);
        assertThat(visitor.find("vaadin-app-layout")).isVisible();
        return visitor;
    }

    /** The same on the home page. */
    Visitor signedIn(String language) {
        return signedInAt("", language);
    }

    /** Lets everything leave that waits, as the record of a sign-in does, so that a journey knows what it counts. */
    Run nothingWaits() {
        long run = synchroniser.start(Trigger.API, null).id();
        return Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> runs.find(run).orElseThrow(), ended -> ended.finishedAt() != null);
    }

    /** What the network received after it had received that many changes. */
    static List<ReceivedChange> receivedAfter(int count) {
        List<ReceivedChange> all = network.received();
        return all.subList(count, all.size());
    }
}
