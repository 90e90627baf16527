package org.relais.language;

import com.vaadin.flow.i18n.I18NProvider;
import java.util.Locale;
import org.relais.catalogue.CentralServer;
import org.relais.central.FailureCode;
import org.springframework.stereotype.Component;

/** What a failure is called and what can be done about it, in plain words of every language. */
@Component
public class FailureWords {

    private final I18NProvider translations;

    FailureWords(I18NProvider translations) {
        this.translations = translations;
    }

    /** One sentence that says what failed. {@code server} is the central server concerned, or null. */
    public String text(FailureCode code, CentralServer server, Locale locale) {
        return translations.getTranslation(key(code) + ".text", locale, server(server, locale));
    }

    /** What to do about it. {@code server} is the central server concerned, or null. */
    public String hint(FailureCode code, CentralServer server, Locale locale) {
        return translations.getTranslation(key(code) + ".hint", locale, server(server, locale));
    }

    /** The name of a central server, or of "the central server" when it is null, without an article. */
    public String server(CentralServer server, Locale locale) {
        return translations.getTranslation(server == null ? "server.any" : "server." + server.key(), locale);
    }

    private static String key(FailureCode code) {
        return "failure." + code.key();
    }
}
