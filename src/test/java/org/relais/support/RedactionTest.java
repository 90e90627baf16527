package org.relais.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedactionTest {

    private final Redaction redaction = new Redaction(List.of("p@ss wörd\"1", "pass", "x"));

    @Test
    void knownSecretsAreBlottedOutInEverySpelling() {
        assertThat(redaction.of("a p@ss wörd\"1 b p%40ss+w%C3%B6rd%221 c {\"k\":\"p@ss wörd\\\"1\"}"))
                .isEqualTo("a *** b *** c {\"k\":\"***\"}");
    }

    @Test
    void aShortSecretIsNoPartOfAWord() {
        assertThat(redaction.of("pass, bypass and 'pass' by passing x"))
                .isEqualTo("***, bypass and '***' by passing x");
    }

    @Test
    void whatOnlyLooksSimilarStays() {
        String calm =
                "The name or the password is wrong; a basic idea; commit 4f4afac54ce9edd2; id 57502fcdad7433439d58e8d664436622";

        assertThat(redaction.of(calm)).isEqualTo(calm);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "spring.datasource.password | s3cret | ***",
                "SPRING_DATASOURCE_PASSWORD | s3cret | ***",
                "server.ssl.key-store-password | s3cret | ***",
                "relais.backup.passphrase | quatre mots sans rapport | ***",
                "relais.remote.api-key | s3cret | ***",
                "relais.remote.tokens[0].token | s3cret | ***",
                "RELAIS_ADMIN_PASSWORD | s3cret | ***",
                "spring.datasource.url | jdbc:mariadb://db:3306/relais?user=r&password=s3cret&x=1 | jdbc:mariadb://db:3306/relais?user=r&password=***&x=1",
                "relais.site.central-url | https://who:s3cret@central.example.org/a | https://***@central.example.org/a",
                "relais.sync.interval | 5m | 5m"
            })
    void settingsAreShownWithoutTheirSecrets(String name, String value, String shown) {
        assertThat(GivenSettings.shown(name, value)).isEqualTo(shown);
    }
}
