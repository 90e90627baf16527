package org.relais.language;

import com.vaadin.flow.i18n.I18NProvider;
import java.util.Locale;
import org.relais.database.DatabaseCondition;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;

/** What is said while the database cannot be used: what is wrong, and what to do about it. */
@Component
public class AwayWords {

    private final I18NProvider translations;

    AwayWords(I18NProvider translations) {
        this.translations = translations;
    }

    /** One sentence that says what is wrong; the condition is not {@link DatabaseCondition#ANSWERS}. */
    public String text(DatabaseCondition condition, Locale locale) {
        return translations.getTranslation("away." + condition.key() + ".text", locale);
    }

    /** What to do about it. */
    public String hint(DatabaseCondition condition, Locale locale) {
        return translations.getTranslation("away." + condition.key() + ".hint", locale);
    }

    /** The same for a program: a problem document (RFC 9457) with the members {@code code} and {@code hint}. */
    public ProblemDetail problem(DatabaseCondition condition, Locale locale) {
        ProblemDetail problem =
                ProblemDetail.forStatusAndDetail(HttpStatus.SERVICE_UNAVAILABLE, text(condition, locale));
        problem.setProperty("code", condition.key());
        problem.setProperty("hint", hint(condition, locale));
        return problem;
    }
}
