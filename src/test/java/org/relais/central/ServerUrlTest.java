package org.relais.central;

import static org.assertj.core.api.Assertions.assertThat;
import static org.relais.central.TestSite.failure;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServerUrlTest {

    @ParameterizedTest
    @CsvSource({
        "http://h:2048, http://h:2048/sync/v5/site, http://h:2048/central/sync/pull",
        "http://h:2048/, http://h:2048/sync/v5/site, http://h:2048/central/sync/pull",
        "https://h/sub, https://h/sync/v5/site, https://h/central/sync/pull",
        "https://h/sub/, https://h/sync/v5/site, https://h/sub/central/sync/pull",
        "https://h/sub/last, https://h/sync/v5/site, https://h/sub/central/sync/pull"
    })
    void routesAreJoined(URI base, URI v5, URI v6) {
        assertThat(ServerUrl.absolute(base, "sync/v5/site")).isEqualTo(v5);
        assertThat(ServerUrl.relative(base, "central/sync/pull")).isEqualTo(v6);
    }

    @Test
    void anAddressIsReadAsTyped() {
        assertThat(ServerUrl.parse(" HTTPS://Central.example:2048/x "))
                .isEqualTo(URI.create("HTTPS://Central.example:2048/x"));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "central.example",
                "http://",
                "http:///x",
                "ftp://h",
                "http://h h",
                "http://h:0",
                "http://h:99999",
                "http://a_b.example",
                "http://user:pw@h"
            })
    void notEveryTextIsAnAddress(String text) {
        CentralFailure failure = failure(() -> ServerUrl.parse(text));
        assertThat(failure).isInstanceOf(CentralFailure.InvalidUrl.class);
        assertThat(failure.code()).isEqualTo(FailureCode.INVALID_URL);
    }
}
