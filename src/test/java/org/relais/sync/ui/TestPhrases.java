package org.relais.sync.ui;

import com.vaadin.flow.i18n.I18NProvider;
import java.time.ZoneId;
import java.util.Locale;
import org.relais.language.Phrases;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** The real words, without a page. */
final class TestPhrases {

    private TestPhrases() {}

    static Phrases in(String tag) {
        try (AnnotationConfigApplicationContext words = new AnnotationConfigApplicationContext("org.relais.language")) {
            return new Phrases(
                    words.getBean(I18NProvider.class), Locale.forLanguageTag(tag), ZoneId.of("Africa/Brazzaville"));
        }
    }
}
