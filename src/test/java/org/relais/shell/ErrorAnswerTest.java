package org.relais.shell;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.RequestDispatcher;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.relais.database.DatabaseCondition;
import org.relais.language.AwayWords;
import org.relais.testing.SeededSite;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.mock.web.MockHttpServletRequest;

/** A database that comes back while its absence is being told. */
class ErrorAnswerTest extends SeededSite {

    @Autowired
    private ErrorAnswer answer;

    @Autowired
    private AwayWords words;

    @ParameterizedTest
    @EnumSource(names = "ANSWERS", mode = EnumSource.Mode.EXCLUDE)
    void tellsAProgramWhatTheDoorFound(DatabaseCondition found) {
        ProblemDetail told = (ProblemDetail) answer.answer(refused(found)).getBody();

        assertThat(told.getDetail())
                .isEqualTo(words.problem(found, Locale.FRENCH).getDetail());
    }

    @ParameterizedTest
    @EnumSource(names = "ANSWERS", mode = EnumSource.Mode.EXCLUDE)
    void tellsAPersonToo(DatabaseCondition found) {
        MockHttpServletRequest request = refused(found);
        request.addHeader(HttpHeaders.ACCEPT, MediaType.TEXT_HTML_VALUE);

        assertThat(String.valueOf(answer.answer(request).getBody())).contains(words.text(found, Locale.FRENCH));
    }

    private static MockHttpServletRequest refused(DatabaseCondition found) {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/error");
        request.setAttribute(RequestDispatcher.ERROR_STATUS_CODE, 503);
        request.setAttribute(RequestDispatcher.ERROR_REQUEST_URI, "/synchronisation");
        request.setAttribute(DatabaseDoor.FOUND, found);
        request.addHeader(HttpHeaders.ACCEPT_LANGUAGE, "fr");
        request.addPreferredLocale(Locale.FRENCH);
        return request;
    }
}
