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

    /** Their advice speaks of changes that wait here, or of steps that go on. */
    private static final Set<FailureCode> SPEAKS_OF_THE_REST =
            EnumSet.of(FailureCode.CONNECTION, FailureCode.V6_NOT_CONFIGURED, FailureCode.NO_PROGRESS);

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

    /**
     * What else is known where something failed, which the advice must not contradict.
     *
     * @param first whether it was a first synchronisation: nothing waits here yet, and nothing else went on
     * @param answered the other central server, where that one answered meanwhile; else null
     */
    public record Known(boolean first, CentralServer answered) {}

    /** What to do about it, by what else is known. */
    public String hint(FailureCode code, CentralServer server, Known known, Locale locale) {
        if (known.answered() != null && BLAMES_THE_LINE.contains(code)) {
            return translations.getTranslation("hint.other-answered", locale, server(known.answered(), locale));
        }
        if (known.first() && SPEAKS_OF_THE_REST.contains(code)) {
            return translations.getTranslation(key(code) + ".hint.first", locale, server(server, locale));
        }
        return hint(code, server, locale);
    }

    /** The name of a central server, or of "the central server" when it is null, without an article. */
    public String server(CentralServer server, Locale locale) {
        return translations.getTranslation(server == null ? "server.any" : "server." + server.key(), locale);
    }

    private static String key(FailureCode code) {
        return "failure." + code.key();
    }
}
