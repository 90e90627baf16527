package org.relais.help;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a@b.org",
                "marie.curie+site@sante.gouv.fr",
                "ñandú@exemple.org",
                "x@sub.domain-1.example",
                "a@müller.de"
            })
    void addressesThatAnAnswerReaches(String address) {
        assertThat(MailAddress.isValid(address)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "@b.org",
                "a@",
                "a@b",
                "a@b.",
                "a@.org",
                "a b@c.org",
                "a@b c.org",
                "a..b@c.org",
                ".a@c.org",
                "a.@c.org",
                "a@-b.org",
                "a@b.1",
                "a@b@",
                "a,b@c.org",
                "<a@b.org>",
                "a\n@b.org",
                "a@b.org\nBcc: x@y.org"
            })
    void otherTexts(String address) {
        assertThat(MailAddress.isValid(address)).isFalse();
    }
}
