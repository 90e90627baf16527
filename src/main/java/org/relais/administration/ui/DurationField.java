package org.relais.administration.ui;

import com.vaadin.flow.component.textfield.TextField;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.relais.language.Phrases;
import org.relais.language.TypedDuration;

/** A field for a duration, shown and typed as people say it. */
class DurationField extends TextField {

    private Duration kept;
    private Locale locale;

    DurationField(String id) {
        setId(id);
        setManualValidation(true);
        setRequiredIndicatorVisible(true);
        getElement().setAttribute("autocomplete", "off");
        addValueChangeListener(change -> setInvalid(false));
    }

    /** Shows the duration that holds. */
    void fill(Duration holding, Phrases phrases) {
        kept = holding;
        locale = phrases.locale();
        setValue(phrases.wholeDuration(holding));
    }

    /** Says what stands in the field in another language; what was said to be wrong is said again when it is saved. */
    void translate(Phrases phrases) {
        setInvalid(false);
        Optional<Duration> typed = locale == null ? Optional.empty() : read();
        locale = phrases.locale();
        typed.ifPresent(duration -> setValue(phrases.wholeDuration(duration)));
    }

    /** What stands in the field, or empty when it is no duration. */
    Optional<Duration> read() {
        return TypedDuration.read(getValue(), locale);
    }

    /** Whether something else was typed than what holds. */
    boolean changed() {
        return kept != null && !read().equals(Optional.of(kept));
    }

    /** Says below the field what is wrong with it. */
    void refuse(String words) {
        setErrorMessage(words);
        setInvalid(true);
    }
}
