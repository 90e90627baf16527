package org.relais.central;

import static org.assertj.core.api.Assertions.assertThat;
import static org.relais.central.TestSite.failure;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.relais.catalogue.CentralServer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every "no" that the two servers can say, and what is made of it. */
class RefusalsTest {

    @RegisterExtension
    final TestSite site = new TestSite();

    @ParameterizedTest
    @CsvSource({
        "401, site_name_not_found, SITE_UNKNOWN",
        "401, site_incorrect_password, WRONG_PASSWORD",
        "401, site_incorrect_hardware_id, HARDWARE_ID_MISMATCH",
        "500, site_has_no_store, SITE_HAS_NO_STORE",
        "401, site_auth_timeout, SITE_AUTH_TIMEOUT",
        "409, api_version_incompatible, API_VERSION_V5",
        "503, sync_is_running, INTEGRATION_IN_PROGRESS",
        "500, something_else, SERVER_ERROR",
        "200, site_incorrect_password, WRONG_PASSWORD"
    })
    void codesOfTheLegacyServer(int status, String code, FailureCode expected) {
        String body = "{\"error\":{\"code\":\"%s\",\"message\":\"its words\",\"data\":{\"major\":1}}}".formatted(code);
        try (ScriptedServer server = ScriptedServer.answering(status, body)) {
            CentralFailure failure = failure(site.legacy(server.url())::site);
            assertThat(failure.code()).isEqualTo(expected);
            assertThat(failure.server()).isEqualTo(CentralServer.LEGACY);
            assertThat(failure.detail()).contains(code, "its words", String.valueOf(status), "\"major\":1");
            assertThat(server.asked()).hasSize(1);
        }
    }

    @Test
    void anErrorInsideAPage() {
        String body = "{\"error\":{\"code\":\"site_has_no_store\",\"message\":\"\",\"data\":null}}";
        try (ScriptedServer server = ScriptedServer.answering(200, body)) {
            LegacyCentral legacy = site.legacy(server.url());
            assertThat(failure(() -> legacy.centralRecords(0, 5, site.received::add))
                            .code())
                    .isEqualTo(FailureCode.SITE_HAS_NO_STORE);
            assertThat(failure(() -> legacy.queuedRecords(5, site.received::add))
                            .code())
                    .isEqualTo(FailureCode.SITE_HAS_NO_STORE);
        }
    }

    record OpenError(String error, FailureCode code, Class<? extends CentralFailure> kind) {}

    static List<OpenError> openErrors() {
        String seen = "{\"otherServerError\":\"Internal error: Sync api error, url: '..', route: '/sync/v5/site' -> "
                + "[ \\\"status: '401 Unauthorized'\\\", \\\"code: 'SiteIncorrectPassword' message: "
                + "'site_incorrect_password' data: 'null'\\\" ]\"}";
        Class<CentralFailure.Refused> refused = CentralFailure.Refused.class;
        return List.of(
                new OpenError("\"notACentralServer\"", FailureCode.NOT_A_CENTRAL_SERVER, refused),
                new OpenError(
                        "\"integrationInProgress\"", FailureCode.INTEGRATION_IN_PROGRESS, CentralFailure.Busy.class),
                new OpenError(
                        "{\"otherServerError\":\"text\"}", FailureCode.SERVER_ERROR, CentralFailure.ServerFault.class),
                new OpenError(seen, FailureCode.WRONG_PASSWORD, refused),
                new OpenError(
                        "{\"otherServerError\":\"Sync api error -> [ Connection problem ]\"}",
                        FailureCode.SITE_AUTH_TIMEOUT,
                        CentralFailure.Unreachable.class),
                new OpenError(
                        "{\"cannotConnectToLegacyServer\":\"text\"}",
                        FailureCode.SITE_AUTH_TIMEOUT,
                        CentralFailure.Unreachable.class),
                new OpenError(
                        "{\"otherLegacyServerError\":\"text\"}",
                        FailureCode.SERVER_ERROR,
                        CentralFailure.ServerFault.class),
                new OpenError(
                        "{\"otherLegacyServerError\":\"site_name_not_found\"}", FailureCode.SITE_UNKNOWN, refused),
                new OpenError("{\"parsingSyncRecordError\":\"text\"}", FailureCode.RECORD_REFUSED, refused),
                new OpenError(
                        "{\"syncFileNotFound\":\"f1\"}", FailureCode.SERVER_ERROR, CentralFailure.ServerFault.class),
                new OpenError("{\"syncVersionMismatch\":[0,5,6]}", FailureCode.API_VERSION_V6, refused),
                new OpenError(
                        "{\"legacyServerError\":{\"code\":\"site_incorrect_hardware_id\",\"message\":\"m\"}}",
                        FailureCode.HARDWARE_ID_MISMATCH,
                        refused),
                new OpenError(
                        "{\"legacyServerError\":{\"code\":\"unheard_of\",\"message\":\"m\"}}",
                        FailureCode.SERVER_ERROR,
                        CentralFailure.ServerFault.class),
                new OpenError("\"unheardOf\"", FailureCode.SERVER_ERROR, CentralFailure.ServerFault.class),
                new OpenError("{}", FailureCode.SERVER_ERROR, CentralFailure.ServerFault.class));
    }

    @ParameterizedTest
    @MethodSource("openErrors")
    void errorsOfTheOpenServer(OpenError error) {
        try (ScriptedServer server = ScriptedServer.answering(200, "{\"error\":" + error.error() + "}")) {
            OpenCentral open = site.open(server.url());
            List<CentralFailure> failures = List.of(
                    failure(() -> open.pull(0, 10, true, site.received::add)),
                    failure(() -> open.push(new OpenBatch(1, 1, List.of(), true))),
                    failure(open::integrating));
            assertThat(failures).allSatisfy(failure -> {
                assertThat(failure.code()).isEqualTo(error.code());
                assertThat(failure).isInstanceOf(error.kind());
                assertThat(failure.server()).isEqualTo(CentralServer.OPEN);
            });
            assertThat(failures.getLast().call()).isEqualTo("POST /central/sync/site_status");
            assertThat(server.asked()).hasSize(3);
        }
    }

    @Test
    void versionsAreTold() {
        try (ScriptedServer server = ScriptedServer.answering(200, "{\"error\":{\"syncVersionMismatch\":[0,4,5]}}")) {
            assertThat(failure(site.open(server.url())::integrating).detail())
                    .isEqualTo("the server accepts the versions 0 to 4, this site speaks 5");
        }
    }

    /** No error value of the recorded envelopes is taken for a success. */
    @Test
    void everyRecordedErrorIsAFailure() throws IOException {
        int count = 0;
        try (InputStream in = RefusalsTest.class.getResourceAsStream("/exchanges/api_envelopes.json")) {
            for (JsonNode envelope : new JsonMapper().readTree(in)) {
                JsonNode response = envelope.path("response");
                if (response.has("error")) {
                    count++;
                    try (ScriptedServer server =
                            ScriptedServer.answering(envelope.path("status").asInt(), response.toString())) {
                        Consumer<URI> call = envelope.path("name").stringValue().startsWith("v6")
                                ? url -> site.open(url).integrating()
                                : url -> site.legacy(url).initialise();
                        failure(() -> {
                            call.accept(server.url());
                            return "nothing";
                        });
                    }
                }
            }
        }
        assertThat(count).isEqualTo(12);
    }

    @ParameterizedTest
    @CsvSource({
        "400, application/json, oops, SERVER_ERROR, SERVER_ERROR",
        "401, text/plain, no, WRONG_PASSWORD, WRONG_PASSWORD",
        "401, text/html, <html>sign in</html>, REDIRECTED, REDIRECTED",
        "403, text/plain, no, SERVER_ERROR, SERVER_ERROR",
        "403, text/html, <html>blocked</html>, REDIRECTED, REDIRECTED",
        "404, text/plain, '', NOT_A_CENTRAL_SERVER, NOT_A_CENTRAL_SERVER",
        "405, text/plain, Method only allowed on central server., NOT_A_CENTRAL_SERVER, NOT_A_CENTRAL_SERVER",
        "500, text/plain, broken, SERVER_ERROR, SERVER_ERROR",
        "502, text/html, <html>Bad Gateway</html>, SERVER_ERROR, SERVER_ERROR",
        "503, application/json, '{\"other\":1}', SERVER_ERROR, SERVER_ERROR",
        "511, text/html, <html>sign in</html>, REDIRECTED, REDIRECTED",
        "200, text/html, <html>sign in</html>, REDIRECTED, REDIRECTED",
        "200, application/json, '  <!DOCTYPE html>', REDIRECTED, REDIRECTED",
    })
    void statuses(int status, String type, String body, FailureCode legacy, FailureCode open) {
        try (ScriptedServer server =
                new ScriptedServer(exchange -> ScriptedServer.text(exchange, status, type, body))) {
            assertThat(failure(site.legacy(server.url())::site).code()).isEqualTo(legacy);
            assertThat(failure(site.open(server.url())::integrating).code()).isEqualTo(open);
            assertThat(server.asked()).hasSize(2);
        }
    }

    /** A page of somebody else must not count as the server's word that it forgets the records. */
    @Test
    void aWebPageAcknowledgesNothing() {
        try (ScriptedServer server = new ScriptedServer(
                exchange -> ScriptedServer.text(exchange, 200, "text/html; charset=utf-8", "<html></html>"))) {
            LegacyCentral legacy = site.legacy(server.url());
            CentralFailure failure = failure(() -> {
                legacy.acknowledge(List.of("1"));
                return "acknowledged";
            });
            assertThat(failure).isInstanceOf(CentralFailure.Redirected.class);
        }
    }

    @Test
    void aRequestTimeoutIsTriedThreeTimes() {
        try (ScriptedServer server = ScriptedServer.answering(408, "")) {
            CentralFailure failure = failure(site.legacy(server.url())::site);
            assertThat(failure.code()).isEqualTo(FailureCode.TIMEOUT);
            assertThat(server.asked()).hasSize(3);
            assertThat(site.pauses).hasSize(2);
            assertThat(site.pauses.get(0).toMillis()).isBetween(250L, 500L);
            assertThat(site.pauses.get(1).toMillis()).isBetween(500L, 1_000L);
        }
    }

    @Test
    void theSecondTryMaySucceed() {
        List<Integer> statuses = new ArrayList<>(List.of(408, 200));
        try (ScriptedServer server = new ScriptedServer(
                exchange -> ScriptedServer.json(exchange, statuses.removeFirst(), "{\"queueLength\":7}"))) {
            assertThat(site.legacy(server.url()).initialise()).isEqualTo(7);
            assertThat(server.asked()).extracting(ScriptedServer.Asked::body).containsExactly("{}", "{}");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void redirectsAreNotFollowed(int status) {
        try (ScriptedServer elsewhere = ScriptedServer.answering(200, "{}");
                ScriptedServer server = new ScriptedServer(exchange -> {
                    exchange.getResponseHeaders().set("location", elsewhere.url() + "/login?next=secret");
                    exchange.sendResponseHeaders(status, -1);
                })) {
            CentralFailure failure = failure(site.legacy(server.url())::site);
            assertThat(failure.code()).isEqualTo(FailureCode.REDIRECTED);
            assertThat(failure.detail()).isEqualTo("HTTP %d to %s/login".formatted(status, elsewhere.url()));
            assertThat(elsewhere.asked()).isEmpty();
        }
    }

    @Test
    void tooLargeForTheServer() {
        try (ScriptedServer server = ScriptedServer.answering(413, "")) {
            LegacyCentral legacy = site.legacy(server.url());
            OpenCentral open = site.open(server.url());
            CentralFailure several = failure(() -> legacy.push(2, LineFailuresTest.records(2, 10)));
            assertThat(several).isInstanceOf(CentralFailure.TooLarge.class);
            assertThat(several.code()).isEqualTo(FailureCode.RECORD_REFUSED);
            assertThat(several.smallerPushMayPass()).isTrue();
            CentralFailure one = failure(() -> open.push(new OpenBatch(1, 1, LineFailuresTest.records(1, 10), true)));
            assertThat(one).isInstanceOf(CentralFailure.TooLarge.class);
            assertThat(one.smallerPushMayPass()).isFalse();
        }
    }

    @Test
    void tooLargeToBeSent() {
        try (ScriptedServer server = ScriptedServer.answering(200, "{}")) {
            LegacyCentral legacy = site.legacy(server.url());
            OpenCentral open = site.open(server.url());
            List<OutgoingRecord> records = LineFailuresTest.records(11, 1024 * 1024);
            assertThat(failure(() -> legacy.push(11, records))).isInstanceOf(CentralFailure.TooLarge.class);
            assertThat(failure(() -> open.push(new OpenBatch(11, 11, records, true))))
                    .isInstanceOf(CentralFailure.TooLarge.class);
            assertThat(server.asked()).isEmpty();
        }
    }

    @Test
    void aRefusedPushIsARefusedRecord() {
        try (ScriptedServer server = ScriptedServer.answering(400, "Json deserialize error: unknown variant")) {
            OpenCentral open = site.open(server.url());
            CentralFailure failure =
                    failure(() -> open.push(new OpenBatch(1, 1, LineFailuresTest.records(1, 10), true)));
            assertThat(failure.code()).isEqualTo(FailureCode.RECORD_REFUSED);
            assertThat(failure.detail()).isEqualTo("HTTP 400 Json deserialize error: unknown variant");
        }
    }

    /** Some servers repeat what they were sent. */
    @Test
    void noFailureTellsASecret() {
        String token = Base64.getEncoder().encodeToString(("site1:" + TestSite.HASH).getBytes());
        try (ScriptedServer server = new ScriptedServer(exchange -> ScriptedServer.text(
                exchange,
                500,
                "text/plain",
                "you sent " + exchange.getRequestHeaders() + " " + TestSite.HASH + " " + token + " hunter2"))) {
            List<CentralFailure> failures = List.of(
                    failure(site.legacy(server.url())::site),
                    failure(site.open(server.url())::integrating),
                    failure(() -> site.legacy(server.url()).login("awa", "hunter2")));
            assertThat(failures).allSatisfy(failure -> assertThat(failure.detail() + failure)
                    .contains("you sent", "***")
                    .doesNotContain(TestSite.HASH, token));
            assertThat(failures.getLast().getMessage()).doesNotContain("hunter2");
        }
        assertThat(TestSite.credentials(URI.create("http://h")).toString()).doesNotContain(TestSite.HASH);
    }
}
