package org.relais.language;

import com.vaadin.flow.i18n.I18NProvider;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** The texts of the bundles for who writes no page: answers to programs, files. */
@Component
public class Wordbook {

    private final I18NProvider translations;

    Wordbook(I18NProvider translations) {
        this.translations = translations;
    }

    /** A text in a language; with parameters it is an ICU message. */
    public String text(String key, Locale language, Object... parameters) {
        return translations.getTranslation(key, language, parameters);
    }
}
