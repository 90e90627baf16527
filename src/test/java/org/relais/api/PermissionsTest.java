package org.relais.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.relais.tokens.TokenLevel;

/** Who may do what on the HTTP interface. */
class PermissionsTest extends ApiSite {

    private static final String LAST_USED = "select last_used_at from api_token where hash = sha2(?, 256)";

    /** The calls, and which of those below gets an answer. */
    private static final Map<String, List<String>> ADMITTED = new TreeMap<>(Map.of(
            "GET /api/v1/sync", List.of("person", "admin", "look", "operate", "administer"),
            "GET /api/v1/sync/runs", List.of("person", "admin", "look", "operate", "administer"),
            "GET /api/v1/openapi", List.of("person", "admin", "look", "operate", "administer"),
            "GET /api/v1/openapi.yaml", List.of("person", "admin", "look", "operate", "administer"),
            "POST /api/v1/sync/runs", List.of("person", "admin", "operate", "administer"),
            "DELETE /api/v1/sync/runs/current", List.of("person", "admin", "operate", "administer"),
            "GET /api/v1/records", List.of("admin", "administer"),
            "GET /api/v1/records/name/none", List.of("admin", "administer"),
            "GET /api/v1/none", List.of("admin", "administer"),
            "GET /actuator/prometheus", List.of("admin", "look", "operate", "administer")));

    @Test
    void everybodyMayWhatTheyMayOnThePagesAndNoMore() throws Exception {
        jdbc.sql("""
                insert ignore into account (id, name, password, administrator, created_at, changed_at)
                select 'nurse', 'nurse', password, false, created_at, changed_at from account where name = 'admin'
                """).update();
        Map<String, String> callers = Map.of(
                "person", basic("nurse", PASSWORD),
                "admin", admin(),
                "look", token(TokenLevel.LOOK),
                "operate", token(TokenLevel.OPERATE),
                "administer", token(TokenLevel.ADMINISTER));
        for (Map.Entry<String, List<String>> admitted : ADMITTED.entrySet()) {
            String[] call = admitted.getKey().split(" ");
            assertThat(call(call[0], call[1]).statusCode())
                    .as(admitted.getKey() + " by a stranger")
                    .isEqualTo(401);
            for (Map.Entry<String, String> caller : callers.entrySet()) {
                HttpResponse<String> answer = call(call[0], call[1], "Authorization", caller.getValue());
                if (admitted.getValue().contains(caller.getKey())) {
                    assertThat(answer.statusCode())
                            .as(admitted.getKey() + " by " + caller.getKey())
                            .isIn(200, 202, 404);
                } else {
                    assertThat(answer.statusCode())
                            .as(admitted.getKey() + " by " + caller.getKey())
                            .isEqualTo(403);
                    assertThat(answer.headers().firstValue("content-type").orElseThrow())
                            .startsWith("application/problem+json");
                }
            }
        }
    }

    @Test
    void healthIsOpenAndItsDetailsAreForTokensToo() throws Exception {
        assertThat(call("GET", "/actuator/health").body())
                .contains("\"status\":\"UP\"")
                .doesNotContain("components");
        assertThat(json(call("GET", "/actuator/health", "Authorization", token(TokenLevel.LOOK)))
                        .at("/components/sync/status")
                        .asString())
                .isEqualTo("UP");
    }

    @Test
    void aTokenThatIsNoneIsRefusedInTheCallersLanguage() throws Exception {
        String expired = token(TokenLevel.ADMINISTER);
        jdbc.sql("update api_token set expires_at = utc_timestamp(6) where hash = sha2(?, 256)")
                .param(expired.substring("Bearer ".length()))
                .update();
        String revoked = token(TokenLevel.ADMINISTER);
        jdbc.sql("delete from api_token where hash = sha2(?, 256)")
                .param(revoked.substring("Bearer ".length()))
                .update();
        String changed = token(TokenLevel.ADMINISTER);
        changed = changed.substring(0, changed.length() - 1) + (changed.endsWith("A") ? "B" : "A");
        List<String> none =
                List.of(expired, revoked, changed, "Bearer relais_short", "bearer " + "x".repeat(5000), "Bearer ");
        for (String token : none) {
            HttpResponse<String> refused = call("GET", "/api/v1/sync", "Authorization", token, "Accept-Language", "fr");
            assertThat(refused.statusCode()).as(token).isEqualTo(401);
            assertThat(refused.headers().firstValue("WWW-Authenticate").orElseThrow())
                    .startsWith("Bearer");
            assertThat(json(refused).get("detail").asString()).startsWith("Ce jeton n’est pas valable");
        }
        // A program with an old token does not slow down the people behind the same address.
        assertThat(call("GET", "/api/v1/sync", "Authorization", admin()).statusCode())
                .isEqualTo(200);
    }

    @Test
    void theLastUseIsNotedOncePerMinute() throws Exception {
        String token = token(TokenLevel.LOOK);
        String secret = token.substring("Bearer ".length());
        assertThat(jdbc.sql(LAST_USED).param(secret).query().singleRow().get("last_used_at"))
                .isNull();
        call("GET", "/api/v1/sync", "Authorization", token);
        Object first = jdbc.sql(LAST_USED).param(secret).query().singleRow().get("last_used_at");
        assertThat(first).isNotNull();

        call("GET", "/api/v1/sync", "Authorization", token);
        assertThat(jdbc.sql(LAST_USED).param(secret).query().singleRow().get("last_used_at"))
                .isEqualTo(first);

        jdbc.sql("update api_token set last_used_at = last_used_at - interval 61 second where hash = sha2(?, 256)")
                .param(secret)
                .update();
        call("GET", "/api/v1/sync", "Authorization", token);
        assertThat((java.time.LocalDateTime)
                        jdbc.sql("select cast(last_used_at as datetime(6)) from api_token where hash = sha2(?, 256)")
                                .param(secret)
                                .query(java.time.LocalDateTime.class)
                                .single())
                .isAfter(java.time.LocalDateTime.now(java.time.ZoneOffset.UTC).minusSeconds(50));
    }

    @Test
    void aRunThatAProgramStartedSaysWhichOne() throws Exception {
        HttpResponse<String> started = call("POST", "/api/v1/sync/runs", "Authorization", token(TokenLevel.OPERATE));

        assertThat(started.statusCode()).isEqualTo(202);
        assertThat(synchroniser
                        .run(json(started).get("id").asLong())
                        .orElseThrow()
                        .startedBy())
                .startsWith("OPERATE ");
    }
}
