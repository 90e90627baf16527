package org.relais.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.OutputStreamAppender;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.WebSocketFrame;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.relais.catalogue.CentralServer;
import org.relais.demo.DemoSite;
import org.relais.demo.Fault;
import org.relais.demo.FaultKind;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A central server repeats what it was sent, and yet no secret reaches the log, the HTTP interface or a page. */
class SecretsJourneyTest extends JourneySite {

    private static final String TYPED = "Mot-de-passe-faux-77";

    private final Logger logger = (Logger) LoggerFactory.getLogger("org.relais");
    private final ByteArrayOutputStream log = new ByteArrayOutputStream();
    private final OutputStreamAppender<ILoggingEvent> appender = new OutputStreamAppender<>();

    @Autowired
    private JdbcClient accounts;

    /** The log as its file has it, with all that this program can say. */
    @BeforeEach
    void logEverything() {
        PatternLayoutEncoder lines = new PatternLayoutEncoder();
        lines.setContext(logger.getLoggerContext());
        lines.setPattern("%d %p %logger : %m%n%ex");
        lines.start();
        appender.setContext(logger.getLoggerContext());
        appender.setEncoder(lines);
        appender.setOutputStream(log);
        appender.start();
        logger.setLevel(Level.DEBUG);
        logger.addAppender(appender);
    }

    @AfterEach
    void logAsUsual() {
        logger.detachAppender(appender);
        logger.setLevel(null);
        appender.stop();
    }

    @Test
    void noSecretGetsOut() throws Exception {
        DemoSite site = network.sites().getFirst();
        Map<String, String> secrets = Map.of(
                "the site's password as it is sent", site.passwordSha256(),
                "the site's Basic token", token(site.name(), site.passwordSha256()),
                "a password that was typed", TYPED,
                "the same as it is sent", sha256(TYPED),
                "the same in a Basic token", token(site.name(), sha256(TYPED)),
                "the administrator's password", Visitor.PASSWORD,
                "the administrator's Basic token", token(Visitor.NAME, Visitor.PASSWORD),
                "the administrator's hash",
                        accounts.sql("select password from account where name = 'admin'")
                                .query(String.class)
                                .single());
        Visitor visitor = signedIn("en");
        ConcurrentLinkedQueue<Response> answers = new ConcurrentLinkedQueue<>();
        ConcurrentLinkedQueue<String> pushed = new ConcurrentLinkedQueue<>();
        visitor.page().onResponse(answers::add);
        visitor.page().onWebSocket(socket -> socket.onFrameReceived(frame -> pushed.add(text(frame))));
        String sent = "you sent " + site.passwordSha256() + " with " + token(site.name(), site.passwordSha256());
        network.faults()
                .add(Fault.always(FaultKind.OPEN_ERROR, CentralServer.OPEN).saying("{\"other\":\"" + sent + "\"}"));

        visitor.open("synchronisation");
        visitor.syncNow().click();
        visitor.seesStep("push-v6", "failed");
        visitor.seesTheEnd();
        visitor.find("#step-error-push-v6").first().hover();
        assertThat(visitor.find(".failure-details:visible").getByText("you sent"))
                .isVisible();

        visitor.open("settings/connection");
        visitor.find("#connection-save").click();
        assertThat(visitor.find("#connection-report")).hasAttribute("data-tone", "warn");
        visitor.find("#connection-error-info").hover();
        visitor.find("#site-password input").fill(TYPED);
        visitor.find("#connection-test").click();
        assertThat(visitor.find("#connection-report")).hasAttribute("data-tone", "bad");
        String page = visitor.page().content();

        String told = String.join("\n", pushed)
                + page
                + read(answers)
                + api("/api/v1/sync")
                + api("/api/v1/sync/runs?limit=3")
                + api("/actuator/health");
        assertThat(told).contains("you sent", "***");
        String written = log.toString(StandardCharsets.UTF_8);
        assertThat(written).contains("DEBUG", "you sent");
        secrets.forEach((what, secret) -> {
            assertThat(told.contains(secret)).as("%s is told", what).isFalse();
            assertThat(written.contains(secret)).as("%s is logged", what).isFalse();
        });
    }

    private String api(String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address() + path))
                .header("Authorization", "Basic " + token(Visitor.NAME, Visitor.PASSWORD))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, BodyHandlers.ofString()).body();
        }
    }

    private static String read(Iterable<Response> answers) {
        StringBuilder all = new StringBuilder();
        for (Response answer : answers) {
            try {
                all.append(answer.text()).append('\n');
            } catch (PlaywrightException without) {
                // Redirects and closed connections have no body.
            }
        }
        return all.toString();
    }

    private static String text(WebSocketFrame frame) {
        return frame.text() == null ? new String(frame.binary(), StandardCharsets.UTF_8) : frame.text();
    }

    private static String token(String name, String password) {
        return Base64.getEncoder().encodeToString((name + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    private static String sha256(String text) throws Exception {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    }
}
