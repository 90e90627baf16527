package org.relais.doors;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.relais.people.UnknownOffline;
import org.relais.testing.SeededSite;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** What a program is told that is neither let in nor refused. */
class JsonRefusalsTest extends SeededSite {

    @Autowired
    private JsonRefusals refusals;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            OFFLINE | en | The central server cannot be reached
            SILENT  | en | The central server has not answered in time
            SILENT  | fr | n’a pas répondu à temps
            SILENT  | es | no ha respondido a tiempo
            """)
    void whomNobodyCanCheckNowMayTryAgain(UnknownOffline.Reason reason, String language, String words)
            throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.addHeader("Accept-Language", language);
        MockHttpServletResponse response = new MockHttpServletResponse();
        refusals.commence(request, response, new UnknownOffline(reason));

        assertThat(response.getStatus()).isEqualTo(503);
        assertThat(response.getHeader("WWW-Authenticate")).isNull();
        assertThat(response.getContentAsString()).contains(words);
    }
}
