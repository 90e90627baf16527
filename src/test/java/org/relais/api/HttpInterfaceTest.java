package org.relais.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.relais.catalogue.CentralServer;
import org.relais.demo.Fault;
import org.relais.demo.FaultKind;
import org.relais.run.Trigger;
import org.relais.vocabulary.ProgramVersion;
import tools.jackson.databind.JsonNode;

/** The HTTP interface, call by call. */
class HttpInterfaceTest extends ApiSite {

    @Test
    void tellsHowSynchronisationStands() throws Exception {
        JsonNode body = json(call("GET", "/api/v1/sync", "en"));

        assertThat(body.propertyNames())
                .containsExactly("running", "paused", "pending", "nextRunAt", "current", "last", "lastSuccess");
        assertThat(body.get("running").asBoolean()).isFalse();
        assertThat(body.get("paused").asBoolean()).isTrue();
        JsonNode run = body.get("lastSuccess");
        assertThat(run.propertyNames())
                .startsWith("id", "trigger", "startedAt", "finishedAt", "outcome", "steps", "error");
        assertThat(Instant.parse(run.get("startedAt").asString())).isBefore(Instant.now());
        assertThat(run.get("steps").get(0).propertyNames())
                .containsExactly("step", "state", "total", "done", "sent", "startedAt", "finishedAt", "error");
    }

    @Test
    void tellsWhatWasComparedAfterTheFirstSynchronisation() {
        JsonNode found = await().until(
                        () -> json(call("GET", "/api/v1/sync/runs?limit=500", "en"))
                                .valueStream()
                                .filter(run -> run.get("trigger").asString().equals("setup"))
                                .findFirst()
                                .map(run -> run.get("sameness"))
                                .filter(sameness -> !sameness.isNull())
                                .orElse(null),
                        Objects::nonNull);

        assertThat(found.propertyNames())
                .containsExactly(
                        "comparedAt",
                        "same",
                        "announced",
                        "here",
                        "setAside",
                        "deleted",
                        "merged",
                        "repeated",
                        "waiting",
                        "missing",
                        "stored",
                        "digest",
                        "tables");
        assertThat(found.get("same").asBoolean()).isTrue();
        assertThat(found.get("here").asLong()).isPositive();
        assertThat(found.get("tables").get(0).propertyNames())
                .containsExactly(
                        "table",
                        "announced",
                        "here",
                        "setAside",
                        "deleted",
                        "merged",
                        "repeated",
                        "waiting",
                        "missing",
                        "stored",
                        "digest");
    }

    /** Of one version speak the call, the description, the command at a shell and, in ServerCardTest, the page. */
    @Test
    void tellsTheVersionThatTheProgramHas() throws Exception {
        String version = ProgramVersion.ofThisProgram().number();

        assertThat(json(call("GET", "/api/v1/version", "en")).get("version").asString())
                .isEqualTo(version);
        assertThat(json(call("GET", "/api/v1/openapi", "en"))
                        .at("/info/version")
                        .asString())
                .isEqualTo(version);
        assertThat(Files.readString(Path.of("pom.xml")))
                .contains("<artifactId>relais</artifactId>\n  <version>" + version + "</version>");
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
            assertThat(call("GET", path).statusCode()).isEqualTo(401);
            assertThat(call("GET", path, "en").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void refusesWhatACallDoesNotTake() throws Exception {
        HttpResponse<String> typo = call("GET", "/api/v1/sync/runs?limt=1", "fr");
        assertThat(typo.statusCode()).isEqualTo(400);
        assertThat(typo.headers().firstValue("Content-Language")).hasValue("fr");
        assertThat(json(typo).get("detail").asString())
                .startsWith("Un paramètre est inconnu")
                .endsWith("limit");
        assertThat(json(call("GET", "/api/v1/sync/runs?limit=1&limit=2", "en"))
                        .get("detail")
                        .asString())
                .isEqualTo("limit was given more than once");
        assertThat(call("GET", "/api/v1/records?x=1", "en").statusCode()).isEqualTo(400);
    }

    @Test
    void refusesABodyThatNoCallNeeds() throws Exception {
        HttpResponse<String> refused = send(HttpRequest.newBuilder(uri("/api/v1/sync/runs"))
                .header("Authorization", admin())
                .POST(BodyPublishers.ofByteArray(new byte[1_000_000]))
                .build());

        assertThat(refused.statusCode()).isEqualTo(413);
        assertThat(refused.headers().firstValue("content-type")).hasValue("application/problem+json");
        assertThat(synchroniser.status().current()).isNull();
    }

    @Test
    void whateverStandsInAnAddressIsAnsweredWithAProblemDocument() throws Exception {
        for (String id : List.of("a%2Fb", "a%5Cb", "%2e%2e%2F%2e%2e%2Fetc%2Fpasswd", "a;b", "a%25b", "%00", "..%2f")) {
            HttpResponse<String> refused = call("GET", "/api/v1/records/name/" + id, "es");
            assertThat(refused.statusCode()).as(id).isEqualTo(400);
            assertThat(refused.headers().firstValue("content-type").orElseThrow())
                    .as(id)
                    .startsWith("application/problem+json");
            assertThat(json(refused).get("detail").asString()).startsWith("La solicitud no se puede leer");
        }
        for (String id : List.of("a%20b", "%C3%A9%F0%9F%98%80", "a'b", "a%22b", "x".repeat(3000), "-")) {
            HttpResponse<String> missing = call("GET", "/api/v1/records/name/" + id, "fr");
            assertThat(missing.statusCode()).as(id).isEqualTo(404);
            assertThat(json(missing).get("detail").asString()).startsWith("Il n’y a pas d’enregistrement");
        }
        assertThat(json(call("PUT", "/api/v1/sync", "fr")).get("detail").asString())
                .isEqualTo("Cette adresse n’accepte pas cette méthode");
        assertThat(json(call("GET", "/api/v1/none", "fr")).get("status").asInt())
                .isEqualTo(404);
    }

    @Test
    void measuresWhatHappened() throws Exception {
        synchroniser.start(Trigger.API, null);
        ended();

        String measured = call("GET", "/actuator/prometheus", "en").body();

        assertThat(measured)
                .containsPattern("relais_sync_runs_total\\{outcome=\"succeeded\"} [1-9]")
                .containsPattern("relais_sync_step_seconds_count\\{step=\"pull-central\"} [1-9]")
                .containsPattern("relais_records_total\\{direction=\"pulled\",table=\"item\"} [1-9]")
                .containsPattern("relais_central_calls_seconds_count\\{outcome=\"success\",server=\"open\"} [1-9]")
                .containsPattern("relais_records_waiting\\{direction=\"push\"} \\d")
                .containsPattern("relais_records_failed\\{direction=\"pull\"} 0")
                .containsPattern("relais_sync_last_success_age_seconds \\d");
    }
}
