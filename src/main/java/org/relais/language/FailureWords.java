package org.relais.language;

import com.vaadin.flow.i18n.I18NProvider;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.relais.catalogue.CentralServer;
import org.relais.central.FailureCode;
import org.springframework.stereotype.Component;

/** What a failure is called and what can be done about it, in plain words of every language. */
@Component
public class FailureWords {

    /** Their advice is to look at this site's way to the internet. */
    private static final Set<FailureCode> BLAMES_THE_LINE =
            EnumSet.of(FailureCode.CONNECTION, FailureCode.TIMEOUT, FailureCode.UNREADABLE_ANSWER);

    private final I18NProvider translations;

    FailureWords(I18NProvider translations) {
        this.translations = translations;
    }

    /** Those of one language's phrases, where no application is put together. */
    public static FailureWords of(Phrases phrases) {
        return new FailureWords(phrases.translations());
    }

    /** One sentence that says what failed. {@code server} is the central server concerned, or null. */
    public String text(FailureCode code, CentralServer server, Locale locale) {
        return translations.getTranslation(key(code) + ".text", locale, server(server, locale));
    }

    /** What to do about it. {@code server} is the central server concerned, or null. */
    public String hint(FailureCode code, CentralServer server, Locale locale) {
        return translations.getTranslation(key(code) + ".hint", locale, server(server, locale));
    }

    /**
     * What to do about it, when more is known.
     *
     * @param answered the other central server, where that one answered meanwhile: then it is not the internet; else null
     */
    public String hint(FailureCode code, CentralServer server, CentralServer answered, Locale locale) {
        return answered != null && BLAMES_THE_LINE.contains(code)
                ? translations.getTranslation("hint.other-answered", locale, server(answered, locale))
                : hint(code, server, locale);
    }

    /** The name of a central server, or of "the central server" when it is null, without an article. */
    public String server(CentralServer server, Locale locale) {
        return translations.getTranslation(server == null ? "server.any" : "server." + server.key(), locale);
    }

    private static String key(FailureCode code) {
        return "failure." + code.key();
    }
}
