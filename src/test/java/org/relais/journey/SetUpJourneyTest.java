package org.relais.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.relais.catalogue.CentralServer.LEGACY;
import static org.relais.catalogue.CentralServer.OPEN;

import com.microsoft.playwright.Locator;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.relais.catalogue.CentralServer;
import org.relais.central.FailureCode;
import org.relais.demo.DemoNetwork;
import org.relais.demo.DemoOptions;
import org.relais.demo.DemoSite;
import org.relais.demo.Fault;
import org.relais.demo.FaultKind;
import org.relais.language.FailureWords;
import org.relais.run.Outcome;
import org.relais.sync.Synchroniser;
import org.relais.testing.Browser;
import org.relais.testing.DataFolders;
import org.relais.testing.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * An administrator sets an empty site up: what goes wrong is told in words, and what goes right ends with a breach that a phone reported,
 * that a person answered for, and that the central server knows of.
 */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "server.address=127.0.0.1",
            "relais.admin.password=" + Visitor.PASSWORD,
            "relais.sync.interval=7d",
            "relais.sync.wait-for-line=0s",
            "relais.sync.first-retry=1h",
            "relais.central.first-pause=10ms"
        })
class SetUpJourneyTest {

    private static final List<String> LANGUAGES = List.of("fr", "es", "en");

    /** What stands on the buttons, by language. */
    private static final Map<String, String> SYNC_NOW =
            Map.of("fr", "Synchroniser maintenant", "es", "¡Sincronizar ahora!");

    private static final Map<String, String> SYNCHRONISATION = Map.of("fr", "Synchronisation", "es", "Sincronización");

    private static final Map<String, String> TOO_WARM =
            Map.of("fr", "Rupture : trop chaud", "es", "Ruptura: demasiado calor");

    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    private static final DemoNetwork network =
            DemoNetwork.start(DemoOptions.usual().records(5_000).integration(Duration.ofMillis(10)));

    private static final DemoSite SITE = network.sites().getFirst();

    @RegisterExtension
    final Browser browser = new Browser();

    @LocalServerPort
    private int port;

    @Autowired
    private Synchroniser synchroniser;

    @Autowired
    private ApplicationEventPublisher engine;

    @Autowired
    private FailureWords words;

    @Autowired
    private JdbcClient jdbc;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        database.register(registry);
        registry.add("relais.data.directory", DataFolders.fresh("set-up")::toString);
    }

    @BeforeEach
    void anEmptySite() {
        network.faults().clear();
        synchroniser.cancel();
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> synchroniser.status().current() == null);
        jdbc.sql("delete from site").update();
        jdbc.sql("delete from sync_run").update();
        jdbc.sql("update account set language = null").update();
        engine.publishEvent(synchroniser.status());
    }

    private Visitor signedIn(String language) {
        Visitor visitor = new Visitor(browser.page(language), "http://127.0.0.1:" + port);
        visitor.comesSignedIn();
        visitor.open("");
        assertThat(visitor.find("#setup-start")).isVisible();
        return visitor;
    }

    /** What is filled in. */
    private record Typed(String url, String name, String password) {

        static Typed rightly() {
            return new Typed(network.legacyUrl().toString(), SITE.name(), SITE.password());
        }

        void by(Visitor visitor) {
            visitor.find("#central-url input").fill(url);
            visitor.find("#site-name input").fill(name);
            visitor.find("#site-password input").fill(password);
        }
    }

    /** A failure that the test of the connection must tell. */
    private record Trouble(FailureCode code, CentralServer server, Typed typed, Fault fault) {

        static Trouble by(FailureCode code, Fault fault) {
            return new Trouble(code, fault.server(), Typed.rightly(), fault);
        }

        static Trouble typing(FailureCode code, String url, String name, String password) {
            return new Trouble(code, LEGACY, new Typed(url, name, password), null);
        }
    }

    private static List<Trouble> troubles() {
        String url = network.legacyUrl().toString();
        return List.of(
                Trouble.typing(FailureCode.CONNECTION, "http://127.0.0.1:1", "site-1", "pass"),
                Trouble.typing(FailureCode.TLS, url.replace("http:", "https:"), "site-1", "pass"),
                Trouble.typing(FailureCode.SITE_UNKNOWN, url, "site-9", "pass"),
                Trouble.typing(FailureCode.WRONG_PASSWORD, url, "site-1", "word"),
                Trouble.typing(
                        FailureCode.SITE_HAS_NO_STORE,
                        url,
                        network.sites().getLast().name(),
                        "pass"),
                // Said by a proxy: no limit of time decides here, which a busy machine would break for the others as
                // well.
                Trouble.by(
                        FailureCode.TIMEOUT,
                        Fault.always(FaultKind.HTML, LEGACY).saying("408")),
                Trouble.by(
                        FailureCode.REDIRECTED,
                        Fault.always(FaultKind.HTML, LEGACY).saying("200")),
                Trouble.by(FailureCode.HARDWARE_ID_MISMATCH, legacyError("site_incorrect_hardware_id")),
                Trouble.by(FailureCode.SITE_AUTH_TIMEOUT, legacyError("site_auth_timeout")),
                Trouble.by(FailureCode.API_VERSION_V5, Fault.always(FaultKind.WRONG_VERSION, LEGACY)),
                Trouble.by(FailureCode.SERVER_ERROR, Fault.always(FaultKind.HTML, LEGACY)),
                Trouble.by(FailureCode.UNREADABLE_ANSWER, Fault.always(FaultKind.GARBAGE, LEGACY)),
                Trouble.by(FailureCode.V6_NOT_CONFIGURED, Fault.always(FaultKind.NO_OPEN_SERVER, LEGACY)),
                Trouble.by(FailureCode.API_VERSION_V6, Fault.always(FaultKind.WRONG_VERSION, OPEN)),
                Trouble.by(FailureCode.NOT_A_CENTRAL_SERVER, Fault.always(FaultKind.NOT_CENTRAL, OPEN)),
                Trouble.by(FailureCode.SERVER_ERROR, Fault.always(FaultKind.HTML, OPEN)));
    }

    private static Fault legacyError(String code) {
        return Fault.always(FaultKind.LEGACY_ERROR, LEGACY).saying(code);
    }

    @Test
    void everyFailureOfTheConnectionIsToldInWordsInEveryLanguage() {
        List<Visitor> visitors = LANGUAGES.stream().map(this::signedIn).toList();
        Typed before = null;
        for (Trouble trouble : troubles()) {
            network.faults().clear();
            if (trouble.fault() != null) {
                network.faults().add(trouble.fault());
            }
            for (Visitor visitor : visitors) {
                if (!trouble.typed().equals(before)) {
                    trouble.typed().by(visitor);
                }
                visitor.find("#connection-test").click();
            }
            before = trouble.typed();
            for (int at = 0; at < visitors.size(); at++) {
                seesInWords(visitors.get(at), trouble, Locale.forLanguageTag(LANGUAGES.get(at)));
            }
            seesDetails(visitors.getFirst(), trouble);
        }
        for (Visitor visitor : visitors) {
            new Typed("central.example.org", "a:b", "").by(visitor);
            visitor.find("#setup-start").click();
            assertThat(visitor.find("#site-name[invalid]")).isVisible();
            assertThat(visitor.find("#central-url[invalid]")).isVisible();
            assertThat(visitor.find("#site-password[invalid]")).isVisible();
        }
        assertThat(jdbc.sql("select count(*) from site").query(Long.class).single())
                .as("nothing of this was kept")
                .isZero();
    }

    private void seesInWords(Visitor visitor, Trouble trouble, Locale language) {
        Locator report = visitor.find("#connection-report");
        assertThat(report).containsText(words.text(trouble.code(), trouble.server(), language));
        if (trouble.code() != FailureCode.CONNECTION) {
            assertThat(report).containsText(words.hint(trouble.code(), trouble.server(), language));
        }
        assertThat(visitor.find("#connection-error-info")).isVisible();
    }

    /** Behind the "i" stands what support asks for. */
    private static void seesDetails(Visitor visitor, Trouble trouble) {
        visitor.find("#connection-error-info").click();
        Locator details = visitor.find("vaadin-popover[opened] .failure-details");
        assertThat(details).containsText(trouble.code().key());
        visitor.page().keyboard().press("Escape");
        assertThat(details).isHidden();
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "es"})
    void anEmptySiteComesToABreachThatIsAnsweredAndArrives(String language) throws Exception {
        Locale locale = Locale.forLanguageTag(language);
        Visitor visitor = signedIn(language);
        Axe.readyIn(visitor);
        visitor.open("locations");
        assertThat(visitor.page()).hasURL("http://127.0.0.1:" + port + "/setup");
        Typed.rightly().by(visitor);
        visitor.find("#connection-test").click();
        assertThat(visitor.find("#connection-report[data-tone=good]"))
                .containsText(network.openUrl().toString());
        assertThat(visitor.find("#connection-report")).isInViewport();
        Axe.judge(visitor, "the connection");

        // The first synchronisation cannot begin.
        network.faults().add(Fault.always(FaultKind.HTML, LEGACY).on("/initialise"));
        visitor.find("#setup-start").click();
        visitor.seesStep("prepare", "failed");
        assertThat(visitor.find("#sync-error")).containsText(words.text(FailureCode.SERVER_ERROR, LEGACY, locale));
        assertThat(visitor.find("#step-error-prepare")).isVisible();

        // It begins, but a part is missing; a reload and another browser show the same.
        network.faults().clear();
        network.faults().add(Fault.always(FaultKind.HTML, OPEN));
        visitor.find("#setup-retry").click();
        visitor.seesStep("integrate", "done");
        visitor.seesStep("pull-v6", "failed");
        assertThat(visitor.find("#setup-incomplete")).isVisible();
        Axe.judge(visitor, "the first run");
        visitor.page().reload();
        visitor.seesStep("pull-v6", "failed");
        assertThat(visitor.find("#sync-error")).containsText(words.text(FailureCode.SERVER_ERROR, OPEN, locale));

        // Records of this site are here: no other one may come.
        visitor.find("#setup-change").click();
        new Typed(network.legacyUrl().toString(), network.sites().get(1).name(), "pass").by(visitor);
        visitor.find("#setup-start").click();
        assertThat(visitor.find("#connection-report"))
                .containsText(words.text(FailureCode.SITE_MISMATCH, LEGACY, locale));
        visitor.find("#setup-back").click();

        network.faults().clear();
        visitor.find("#setup-retry").click();
        assertThat(visitor.find("#setup-go-on")).isVisible();
        assertThat(visitor.find("#setup-stores")).not().isEmpty();
        visitor.find("#setup-go-on").click();
        assertThat(visitor.find("#home-state")).isVisible();
        visitor.openSynchronisation(SYNCHRONISATION.get(language));
        assertThat(visitor.syncNow()).hasText(SYNC_NOW.get(language));
        visitor.syncNow().click();
        visitor.seesStep("push-v6", "done");
        visitor.seesTheEnd();
        visitor.seesStep("integrate", "done");
        assertThat(synchroniser.status().last().outcome()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(synchroniser.status().last().startedBy()).isEqualTo(Visitor.NAME);

        Phone phone = Phone.unheardOf("http://127.0.0.1:" + port);
        AnsweredBreach breach = new AnsweredBreach(visitor, phone);
        breach.isTold(TOO_WARM.get(language));
        breach.isAnswered();
        visitor.openSynchronisation(SYNCHRONISATION.get(language));
        visitor.syncNow().click();
        visitor.seesStep("push", "done");
        visitor.seesTheEnd();
        breach.hasArrived(network);
    }
}
