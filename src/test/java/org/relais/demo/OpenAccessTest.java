package org.relais.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.relais.demo.Caller.error;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.relais.catalogue.CentralServer;

/** The demonstration's Open mSupply central server: whom it lets in (protocol.md sections 4 and 7). */
class OpenAccessTest {
    private DemoNetwork network;
    private Caller site;

    @BeforeEach
    void start() {
        network = DemoNetwork.start(DemoOptions.usual().records(5_000));
        site = Caller.of(network, 1);
    }

    @AfterEach
    void stop() {
        network.close();
    }

    @Test
    void tellsTheOtherServersRefusalsAsText() {
        site.pull(0, 1, true);
        assertThat(otherServerError(site.password("wrong")))
                .isEqualTo("Internal error: Sync api error, url: '" + network.legacyUrl()
                        + "/', route: '/sync/v5/site' -> [ \"status: '401 Unauthorized'\", \"code:"
                        + " 'SiteIncorrectPassword' message: 'site_incorrect_password' data: 'null'\" ]");
        assertThat(otherServerError(site.site("nobody"))).contains("'SiteNameNotFound' message: 'site_name_not_found'");
        assertThat(otherServerError(site.hardware("other"))).contains("'SiteIncorrectHardwareId'");
        assertThat(otherServerError(Caller.of(network, 4))).contains("'SiteHasNoStore'");
        assertThat(otherServerError(site.version("99")))
                .contains("409 Conflict", "'ApiVersionIncompatible'", "\"major\":14");
    }

    @Test
    void tellsThatTheOtherServerCannotBeReached() {
        network.faults()
                .add(Fault.always(FaultKind.REFUSE, CentralServer.LEGACY).times(1));
        assertThatThrownBy(() -> site.get("/sync/v5/site")).isInstanceOf(Caller.Broken.class);
        assertThat(otherServerError(site)).contains("Connection problem");
    }

    @ParameterizedTest
    @ValueSource(ints = {6, 99, -1})
    void refusesOtherVersions(int version) {
        HttpResponse<String> answer = site.open(
                "/central/sync/site_status", "{\"syncV5Settings\":SETTINGS,\"syncV6Version\":" + version + "}");
        assertThat(answer.body()).isEqualTo("{\"error\":{\"syncVersionMismatch\":[0,5," + version + "]}}");
    }

    @Test
    void takesACallWithoutAVersion() {
        assertThat(site.open("/central/sync/site_status", "{\"syncV5Settings\":SETTINGS,\"cursor\":1}")
                        .body())
                .isEqualTo("{\"data\":{\"is_integrating\":false}}");
    }

    private String otherServerError(Caller caller) {
        HttpResponse<String> answer = caller.pull(0, 1, true);
        assertThat(answer.statusCode()).isEqualTo(200);
        return error(answer).text("otherServerError");
    }
}
