package org.relais.testing;

import com.vaadin.flow.i18n.I18NProvider;
import java.time.ZoneId;
import java.util.Locale;
import org.relais.language.Phrases;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** The real words, without a page. */
public final class TestPhrases {

    private TestPhrases() {}

    public static Phrases in(String tag) {
        try (AnnotationConfigApplicationContext words = new AnnotationConfigApplicationContext("org.relais.language")) {
            return new Phrases(
                    words.getBean(I18NProvider.class), Locale.forLanguageTag(tag), ZoneId.of("Africa/Brazzaville"));
        }
    }
}
