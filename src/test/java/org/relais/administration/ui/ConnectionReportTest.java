package org.relais.administration.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import java.time.Instant;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.relais.catalogue.CentralServer;
import org.relais.central.FailureCode;
import org.relais.language.FailureWords;
import org.relais.language.PhraseBook;
import org.relais.language.Phrases;
import org.relais.run.Failure;
import org.relais.testing.SeededSite;
import org.springframework.beans.factory.annotation.Autowired;

/** Whatever may be wrong with a connection is told in words; that a browser shows them is SetUpJourneyTest's. */
class ConnectionReportTest extends SeededSite {

    private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");

    @Autowired
    private FailureWords words;

    @Autowired
    private PhraseBook phraseBook;

    record Told(FailureCode code, CentralServer server, Locale language) {

        @Override
        public String toString() {
            return code.key() + " of " + server.key() + " in " + language;
        }
    }

    static Stream<Told> failures() {
        return Stream.of("fr", "es", "en").map(Locale::forLanguageTag).flatMap(language -> Stream.of(
                        CentralServer.values())
                .flatMap(server -> Stream.of(FailureCode.values()).map(code -> new Told(code, server, language))));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void everyFailureIsToldWithWhatToDoAndWhatSupportAsksFor(Told told) {
        UI.getCurrent().setLocale(told.language());
        Phrases phrases = phraseBook.of(UI.getCurrent());
        ConnectionReport report = new ConnectionReport(words);

        report.show(
                new Failure(told.code(), told.server(), "GET /some/where", "the server's own words", NOW),
                NOW,
                phrases);

        assertThat(report.getElement().getAttribute("data-tone")).isEqualTo("bad");
        assertThat(report.getElement().getTextRecursively())
                .contains(words.text(told.code(), told.server(), told.language()))
                .contains(hint(told, phrases))
                .contains(told.code().key(), "GET /some/where", "the server's own words")
                .doesNotContainPattern("![a-z0-9.-]+!");
    }

    private String hint(Told told, Phrases phrases) {
        return told.code() == FailureCode.CONNECTION && told.server() == CentralServer.LEGACY
                ? phrases.text("connection.unreachable.hint")
                : words.hint(told.code(), told.server(), told.language());
    }
}
