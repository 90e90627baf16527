package org.relais.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.relais.startup.StartFailure;

/** The settings {@code relais.site.*}: what is taken, and the one line that tells what is wrong. */
class SitePropertiesTest {

    @Test
    void describeASiteWhoseHashIsWhatTheProtocolSends() {
        SiteProperties.ConfiguredSite site = new SiteProperties(
                        "https://central.example.org:8443", "site1", "pass", null)
                .site()
                .orElseThrow();

        assertThat(site.passwordSha256()).isEqualTo("d74ff0ee8da3b9806b18c877dbf29bbde50b5bd8e4dad7a3a725000feb82e8f1");
        assertThat(site.toString()).doesNotContain(site.passwordSha256());
    }

    @Test
    void nothingGivenIsNoSite() {
        assertThat(new SiteProperties(null, "", " ", null).site()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "central.example.org, site1, pass, relais.site.central-url",
                "ftp://central.example.org, site1, pass, relais.site.central-url",
                "http://, site1, pass, relais.site.central-url",
                "http://user:pw@host, site1, pass, relais.site.central-url",
                "-, site1, pass, relais.site.central-url",
                "http://central, -, pass, relais.site.name",
                "http://central, a:b, pass, relais.site.name",
                "http://central, site1, -, relais.site.password"
            })
    void wrongOnesAreToldInOneLine(String url, String name, String password, String setting) {
        assertThatThrownBy(() -> new SiteProperties(url, name, password, null).site())
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining(setting)
                .hasMessageNotContaining("\n");
    }

    @ParameterizedTest
    @CsvSource({"http://localhost:8080", "http://relais", "http://[::1]:8080", "nonsense"})
    void aPublicAddressThatNoPhoneAcceptsIsRefused(String url) {
        assertThatThrownBy(() -> new SiteProperties(null, null, null, url).publicAddress())
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("relais.site.public-url");
    }
}
