package org.relais.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegionsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | fr,en-GB,en-US       | en-GB
            fr | en-GB,fr-CA          | fr-CA
            es | es-419,es-MX         | es-419
            es | fr-FR                | es
            en | en                   | en
            en | en-XX,en-GB          | en-GB
            en | en-GB-u-ca-buddhist  | en-GB
            """)
    void aLanguageIsWrittenAsInTheFirstRegionThatTheBrowserNamesForIt(String chosen, String browser, String written) {
        List<Locale> wanted =
                List.of(browser.split(",")).stream().map(Locale::forLanguageTag).toList();

        assertThat(Regions.of(wanted).in(Locale.forLanguageTag(chosen)).toLanguageTag())
                .isEqualTo(written);
    }
}
