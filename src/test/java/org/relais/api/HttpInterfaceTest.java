package org.relais.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.relais.catalogue.CentralServer;
import org.relais.demo.DemoNetwork;
import org.relais.demo.DemoOptions;
import org.relais.demo.Fault;
import org.relais.demo.FaultKind;
import org.relais.sync.Synchroniser;
import org.relais.sync.Trigger;
import org.relais.testing.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The HTTP interface of the whole application, against two real central servers. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"relais.admin.password=secret", "relais.sync.enabled=false"})
class HttpInterfaceTest {

    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    private static final DemoNetwork network =
            DemoNetwork.start(DemoOptions.usual().records(5_000).integration(Duration.ofMillis(10)));

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) throws Exception {
        database.register(registry);
        Path directory = Files.createTempDirectory(Files.createDirectories(Path.of("target", "engines")), "api");
        registry.add("relais.data.directory", directory::toString);
        registry.add("relais.site.central-url", network::legacyUrl);
        registry.add("relais.site.name", () -> network.sites().getFirst().name());
        registry.add("relais.site.password", () -> network.sites().getFirst().password());
    }

    @AfterAll
    static void stop() {
        network.close();
    }

    @LocalServerPort
    private int port;

    @Autowired
    private Synchroniser synchroniser;

    @Autowired
    private JdbcClient jdbc;

    private final HttpClient client = HttpClient.newHttpClient();

    @BeforeEach
    void settle() {
        network.faults().clear();
        ended();
    }

    private void ended() {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> synchroniser.status(), status -> status.initialised() && status.current() == null);
    }

    @Test
    void tellsHowSynchronisationStands() throws Exception {
        JsonNode body = json(call("GET", "/api/v1/sync", "en"));

        assertThat(body.propertyNames())
                .containsExactly("running", "paused", "pending", "nextRunAt", "current", "last", "lastSuccess");
        assertThat(body.get("running").asBoolean()).isFalse();
        assertThat(body.get("paused").asBoolean()).isTrue();
        JsonNode run = body.get("lastSuccess");
        assertThat(run.propertyNames())
                .containsExactly("id", "trigger", "startedAt", "finishedAt", "outcome", "steps", "error");
        assertThat(Instant.parse(run.get("startedAt").asString())).isBefore(Instant.now());
        assertThat(run.get("steps").get(0).propertyNames())
                .containsExactly("step", "state", "total", "done", "sent", "startedAt", "finishedAt", "error");
    }

    @Test
    void startsARunAndAnswersWithTheRunningOne() throws Exception {
        network.faults()
                .add(Fault.always(FaultKind.DELAY, CentralServer.LEGACY)
                        .on("/sync/v5/site")
                        .lasting(700)
                        .times(1));

        HttpResponse<String> first = call("POST", "/api/v1/sync/runs", "en");
        HttpResponse<String> second = call("POST", "/api/v1/sync/runs", "en");

        assertThat(first.statusCode()).isEqualTo(202);
        assertThat(json(first).get("trigger").asString()).isEqualTo("api");
        assertThat(json(first).get("outcome").asString()).isEqualTo("running");
        assertThat(json(second).get("id")).isEqualTo(json(first).get("id"));
        assertThat(call("DELETE", "/api/v1/sync/runs/current", "en").statusCode())
                .isEqualTo(202);
        settle();
        JsonNode runs = json(call("GET", "/api/v1/sync/runs?limit=1", "en"));
        assertThat(runs).hasSize(1);
        assertThat(runs.get(0).get("outcome").asString()).isEqualTo("cancelled");
        assertThat(call("DELETE", "/api/v1/sync/runs/current", "en").statusCode())
                .isEqualTo(404);
    }

    @Test
    void tellsAFailureInTheCallersLanguage() throws Exception {
        network.faults()
                .add(Fault.always(FaultKind.LEGACY_ERROR, CentralServer.LEGACY)
                        .on("/sync/v5/site")
                        .saying("site_incorrect_password"));
        synchroniser.start(Trigger.PERSON, "admin");
        ended();

        JsonNode french =
                json(call("GET", "/api/v1/sync", "fr-CA, en;q=0.5")).get("last").get("error");
        JsonNode english = json(call("GET", "/api/v1/sync", "de")).get("last").get("error");

        assertThat(french.propertyNames()).containsExactly("code", "message", "hint", "server", "call", "detail");
        assertThat(french.get("code").asString()).isEqualTo("wrong-password");
        assertThat(french.get("server").asString()).isEqualTo("legacy");
        assertThat(french.get("call").asString()).isEqualTo("GET /sync/v5/site");
        assertThat(french.get("message").asString())
                .contains("mot de passe")
                .isNotEqualTo(english.get("message").asString());
        assertThat(english.get("message").asString()).contains("password");
    }

    @Test
    void refusesALimitThatIsNone() throws Exception {
        for (String limit : new String[] {"0", "501", "many", "-1"}) {
            HttpResponse<String> refused = call("GET", "/api/v1/sync/runs?limit=" + limit, "en");
            assertThat(refused.statusCode()).isEqualTo(400);
            assertThat(refused.headers().firstValue("content-type")).hasValue("application/problem+json");
            assertThat(json(refused).get("detail").asString()).contains("limit");
        }
    }

    @Test
    void countsRecordsAndGivesEachExactlyAsItIsKept() throws Exception {
        JsonNode body = json(call("GET", "/api/v1/records", "en"));
        assertThat(body.propertyNames()).containsExactly("tables", "failed");
        assertThat(body.get("tables").get(0).propertyNames()).containsExactly("table", "stored", "waiting", "failed");
        String id = jdbc.sql("select id from record where type = 'name' order by id limit 1")
                .query(String.class)
                .single();
        String kept = jdbc.sql("select data from record where type = 'name' and id = ?")
                .param(id)
                .query(String.class)
                .single();

        HttpResponse<String> record = call("GET", "/api/v1/records/name/" + id, "en");

        assertThat(record.statusCode()).isEqualTo(200);
        assertThat(record.headers().firstValue("content-type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/json"));
        assertThat(record.body()).isEqualTo(kept);
        assertThat(call("GET", "/api/v1/records/name/none-such", "en").statusCode())
                .isEqualTo(404);
        assertThat(call("GET", "/api/v1/records/no_such_table/x", "en").statusCode())
                .isEqualTo(404);
    }

    @Test
    void healthGoesDownWhenTheLastSuccessIsTooLongAgo() throws Exception {
        assertThat(json(call("GET", "/actuator/health", "en"))
                        .at("/components/sync/status")
                        .asString())
                .isEqualTo("UP");
        LocalDateTime old = LocalDateTime.now(ZoneOffset.UTC).minusDays(4);
        jdbc.sql("update sync_run set finished_at = ? where outcome = 'succeeded'")
                .param(old)
                .update();
        try {
            HttpResponse<String> down = call("GET", "/actuator/health", "en");
            assertThat(down.statusCode()).isEqualTo(503);
            assertThat(json(down).at("/components/sync/status").asString()).isEqualTo("DOWN");
        } finally {
            jdbc.sql("update sync_run set finished_at = updated_at where outcome = 'succeeded'")
                    .update();
        }
    }

    @Test
    void nothingIsToldToStrangers() throws Exception {
        for (String path : new String[] {"/api/v1/sync", "/api/v1/records", "/actuator/prometheus"}) {
            HttpRequest request = HttpRequest.newBuilder(uri(path)).build();
            assertThat(client.send(request, BodyHandlers.ofString()).statusCode())
                    .isEqualTo(401);
            assertThat(call("GET", path, "en").statusCode()).isEqualTo(200);
        }
    }

    private HttpResponse<String> call(String method, String path, String language) throws Exception {
        String account = Base64.getEncoder().encodeToString("admin:secret".getBytes(StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(uri(path))
                .method(method, BodyPublishers.noBody())
                .header("Authorization", "Basic " + account)
                .header("Accept-Language", language)
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }
}
