package org.relais.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.vaadin.flow.server.VaadinRequest;
import jakarta.servlet.http.Cookie;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class LanguagesTest {

    private final Languages languages = new Languages(new Translations());

    private static VaadinRequest request(String cookie, Locale... browser) {
        VaadinRequest request = mock(VaadinRequest.class);
        when(request.getLocales()).thenReturn(Collections.enumeration(List.of(browser)));
        when(request.getCookies())
                .thenReturn(cookie == null ? null : new Cookie[] {new Cookie(Languages.COOKIE, cookie)});
        return request;
    }

    @Test
    void takesTheBrowsersFirstLanguageThatIsOffered() {
        assertThat(languages.of(request(null, Locale.GERMANY, Locale.CANADA_FRENCH, Locale.ENGLISH)))
                .isEqualTo(Locale.FRENCH);
    }

    @Test
    void prefersWhatWasChosenBefore() {
        assertThat(languages.of(request("es", Locale.FRENCH))).isEqualTo(Locale.forLanguageTag("es"));
    }

    @Test
    void ignoresACookieThatNamesNoOfferedLanguage() {
        assertThat(languages.of(request("<script>", Locale.FRANCE))).isEqualTo(Locale.FRENCH);
    }

    @Test
    void speaksEnglishWhereNothingFits() {
        assertThat(languages.of(request(null, Locale.JAPANESE))).isEqualTo(Locale.ENGLISH);
    }
}
