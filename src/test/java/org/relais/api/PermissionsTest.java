package org.relais.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.relais.tokens.TokenLevel;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Who may do what on the HTTP interface. */
class PermissionsTest extends ApiSite {

    private static final String LAST_USED = "select last_used_at from api_token where hash = sha2(?, 256)";

    /**
     * One row a call, and with what it is answered to each caller. A new endpoint gets a row; without one
     * {@link #everyEndpointHasARow} fails. Pages know nobody without a session, and lead to the sign-in page.
     */
    private static final String TABLE = """
            call                               | stranger | person | admin | look | operate | administer
            GET /api/v1/sync                   | 401      | 200    | 200   | 200  | 200     | 200
            DELETE /api/v1/sync                | 401      | 405    | 405   | 403  | 405     | 405
            GET /api/v1/sync/runs              | 401      | 200    | 200   | 200  | 200     | 200
            POST /api/v1/sync/runs             | 401      | 202    | 202   | 403  | 202     | 202
            DELETE /api/v1/sync/runs/current   | 401      | 404    | 404   | 403  | 404     | 404
            GET /api/v1/sync/none              | 401      | 404    | 404   | 403  | 404     | 404
            GET /api/v1/records                | 401      | 403    | 200   | 403  | 403     | 200
            GET /api/v1/records/{table}/{id}   | 401      | 403    | 404   | 403  | 403     | 404
            GET /api/v1/support-bundle         | 401      | 403    | 200   | 403  | 403     | 200
            GET /api/v1/version                | 401      | 200    | 200   | 200  | 200     | 200
            GET /api/v1/openapi                | 401      | 200    | 200   | 200  | 200     | 200
            GET /api/v1/openapi.yaml           | 401      | 200    | 200   | 200  | 200     | 200
            GET /api/v1/none                   | 401      | 403    | 404   | 403  | 403     | 404
            GET /actuator/health               | 200      | 200    | 200   | 200  | 200     | 200
            GET /actuator/prometheus           | 401      | 403    | 200   | 200  | 200     | 200
            GET /actuator/env                  | 401      | 403    | 404   | 403  | 403     | 404
            POST /coldchain/v1/login           | 400      | 400    | 400   | 400  | 400     | 400
            PUT /coldchain/v1/sensor           | 401      | 401    | 401   | 401  | 401     | 401
            PUT /coldchain/v1/temperature-breach | 401    | 401    | 401   | 401  | 401     | 401
            PUT /coldchain/v1/temperature-log  | 401      | 401    | 401   | 401  | 401     | 401
            GET /login                         | 200      | 200    | 200   | 200  | 200     | 200
            GET /live                          | 200      | 200    | 200   | 200  | 200     | 200
            GET /offline-stub.html             | 200      | 200    | 200   | 200  | 200     | 200
            GET /sw.js                         | 200      | 200    | 200   | 200  | 200     | 200
            GET /http-interface                | 302      | 302    | 302   | 302  | 302     | 302
            GET /http-interface/description    | 302      | 302    | 302   | 302  | 302     | 302
            """;

    private static final List<List<String>> ROWS =
            TABLE.lines().map(PermissionsTest::cells).toList();

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping controllers;

    @Test
    void everybodyMayWhatTheyMayOnThePagesAndNoMore() throws Exception {
        Map<String, String> callers = callers();
        List<List<String>> answered = new ArrayList<>(List.of(ROWS.getFirst()));
        for (List<String> row : ROWS.subList(1, ROWS.size())) {
            List<String> answers = new ArrayList<>(List.of(row.getFirst()));
            for (String caller : ROWS.getFirst().subList(1, row.size())) {
                answers.add(String.valueOf(answer(row.getFirst(), callers.get(caller))));
            }
            answered.add(answers);
        }

        assertThat(answered).containsExactlyElementsOf(ROWS);
    }

    @Test
    void everyEndpointHasARow() {
        List<String> rows = ROWS.stream().map(List::getFirst).toList();
        controllers.getHandlerMethods().keySet().stream()
                .flatMap(mapping -> mapping.getPatternValues().stream()
                        .filter(path -> !path.equals("/error"))
                        .flatMap(path -> mapping.getMethodsCondition().getMethods().stream()
                                .map(method -> method + " " + path)))
                .forEach(endpoint -> assertThat(rows).contains(endpoint));
    }

    /** What each sends as who it is; the stranger nothing. */
    private Map<String, String> callers() {
        jdbc.sql("""
                insert ignore into account (id, name, password, administrator, created_at, changed_at)
                select 'nurse', 'nurse', password, false, created_at, changed_at from account where name = 'admin'
                """).update();
        return Map.of(
                "person", basic("nurse", PASSWORD),
                "admin", admin(),
                "look", token(TokenLevel.LOOK),
                "operate", token(TokenLevel.OPERATE),
                "administer", token(TokenLevel.ADMINISTER));
    }

    private int answer(String row, String authorization) throws Exception {
        if (row.startsWith("DELETE")) {
            ended(); // so that there is nothing to cancel
        }
        String[] call = row.replace("{table}/{id}", "name/none").split(" ");
        HttpResponse<String> answer =
                authorization == null ? call(call[0], call[1]) : call(call[0], call[1], "Authorization", authorization);
        if (answer.statusCode() >= 400 && !call[1].startsWith("/http-interface")) {
            assertThat(answer.headers().firstValue("content-type").orElse(""))
                    .as(row)
                    .startsWith("application/problem+json");
        }
        return answer.statusCode();
    }

    private static List<String> cells(String line) {
        return Arrays.stream(line.split("\\|")).map(String::strip).toList();
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
        assertThat(runs.find(json(started).get("id").asLong()).orElseThrow().startedBy())
                .startsWith("OPERATE ");
    }
}
