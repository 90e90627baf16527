package org.relais.doors;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How programs come in, and what they are told where they do not. */
class ProgramsTest extends DoorSite {

    @Test
    void programsGetProblemDocumentsWhateverTheyAccept() throws Exception {
        HttpResponse<String> wrong = get("/api/v1/sync", "Authorization", basic("admin", "wrong"));
        assertThat(wrong.body()).contains("\"status\":401", "The user name or the password is incorrect");

        for (String accepted : new String[] {"text/html", "application/json"}) {
            HttpResponse<String> none =
                    get("/api/v1/none", "Authorization", basic("admin", "blé-27"), "Accept", accepted);
            assertThat(none.statusCode()).isEqualTo(404);
            assertThat(none.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
            assertThat(none.body()).contains("\"status\":404", "\"title\":\"Not Found\"");
        }
    }

    @Test
    void programsSendTheirPasswordWithEachRequest() throws Exception {
        HttpResponse<String> answer = get("/api/v1/none", "Authorization", basic("admin", "blé-27"));

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
        assertThat(get("/api/v1/none", "Accept", "application/json").statusCode())
                .isEqualTo(401);
    }

    @Test
    void programsNeedNoTokenToPost() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(uri("/api/v1/none"))
                .header("Authorization", basic("admin", "blé-27"))
                .POST(BodyPublishers.noBody())
                .build();

        assertThat(browser.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(404);
    }

    @Test
    void sessionOfAPageOpensNoDoorForPrograms() throws Exception {
        signIn("admin", "blé-27");

        assertThat(get("/api/v1/none", "Accept", "application/json").statusCode())
                .isEqualTo(401);
    }

    @Test
    void refusedProgramIsToldInJson() throws Exception {
        HttpResponse<String> refused = get("/api/v1/none", "Authorization", basic("admin", "wrong"));

        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        assertThat(refused.headers().firstValue("WWW-Authenticate").orElseThrow())
                .startsWith("Basic realm=\"Relais\"");
        assertThat(refused.body()).contains("\"status\":401");
    }

    @Test
    void scriptOfAPageOpensNoPasswordWindow() throws Exception {
        HttpResponse<String> refused = get("/api/v1/none", "Sec-Fetch-Mode", "cors");

        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.headers().firstValue("WWW-Authenticate")).isEmpty();
    }

    @Test
    void healthIsThereForAllAndItsDetailsForSome() throws Exception {
        HttpResponse<String> anyone = get("/actuator/health", "Accept", "application/json");
        assertThat(anyone.body()).contains("\"status\"").doesNotContain("components");

        HttpResponse<String> admin = get("/actuator/health", "Authorization", basic("admin", "blé-27"));
        assertThat(admin.body()).contains("components");
    }

    @Test
    void measurementsAreForAdministrators() throws Exception {
        assertThat(get("/actuator/prometheus", "Accept", "*/*").statusCode()).isEqualTo(401);
        HttpResponse<String> admin = get("/actuator/prometheus", "Authorization", basic("admin", "blé-27"));
        assertThat(admin.statusCode()).isEqualTo(200);
        assertThat(admin.body()).contains("jvm_memory");
    }

    @Test
    void programsNeedAnAdministratorsAccount() throws Exception {
        ownAccount("nurse");

        HttpResponse<String> refused = get("/api/v1/records", "Authorization", basic("nurse", "blé-27"));

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
    }

    @Test
    void programsOfTheNetworkAreToldWhyTheyAreRefused() throws Exception {
        HttpResponse<String> refused = get("/api/v1/sync", "Authorization", basic("nobody", "wrong"));

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("This server is not set up yet");
    }

    @ParameterizedTest
    @CsvSource({"Sec-Fetch-Site, cross-site", "Sec-Fetch-Site, same-site", "Origin, http://evil.example", "Origin, null"
    })
    void pageOfAnotherSiteChangesNothing(String header, String value) throws Exception {
        HttpResponse<String> refused = postAsAdministrator(header, value, "Accept-Language", "fr");

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("page d’un autre site");
        assertThat(get("/api/v1/none", "Authorization", basic("admin", "blé-27"), header, value)
                        .statusCode())
                .as("reading is what browsers themselves protect")
                .isEqualTo(404);
    }

    @Test
    void pageOfThisServerIsLetThrough() throws Exception {
        assertThat(postAsAdministrator("Sec-Fetch-Site", "same-origin").statusCode())
                .isEqualTo(404);
        assertThat(postAsAdministrator("Origin", "http://localhost:" + port).statusCode())
                .isEqualTo(404);
    }

    private HttpResponse<String> postAsAdministrator(String... headers) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(uri("/api/v1/none"))
                .header("Authorization", basic("admin", "blé-27"))
                .headers(headers)
                .POST(BodyPublishers.noBody())
                .build();
        return browser.send(request, BodyHandlers.ofString());
    }
}
