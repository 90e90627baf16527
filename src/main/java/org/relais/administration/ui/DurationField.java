package org.relais.administration.ui;

import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Duration;
import java.util.Optional;
import org.relais.components.FieldProblem;
import org.relais.components.HeldText;
import org.relais.language.Phrases;
import org.relais.language.TypedDuration;

/**
 * A field for a duration, shown and typed as people say it: a number with its unit, or a number alone, which counts in the
 * field's own unit. As long as what is typed is spelt otherwise than it would be shown, the field says how it is understood.
 */
class DurationField extends TextField {

    private final Duration unit;
    private final Span understood = new Span();
    private Duration kept;
    private Phrases phrases;

    /** @param unit in what a number without a unit counts */
    DurationField(String id, Duration unit) {
        this.unit = unit;
        setId(id);
        FieldProblem.goesWhenMended(this);
        setRequiredIndicatorVisible(true);
        addClassName("duration-field");
        getElement().setAttribute("autocomplete", "off");
        understood.setId(id + "-understood");
        understood.addClassName("duration-understood");
        setSuffixComponent(understood);
        addValueChangeListener(change -> tell());
    }

    /** Shows the duration that holds. */
    void fill(Duration holding, Phrases language) {
        kept = holding;
        phrases = language;
        setInvalid(false);
        HeldText.show(this, phrases.wholeDuration(holding));
        tell();
    }

    /** Says what stands in the field in another language; what was said to be wrong is said again when it is saved. */
    void translate(Phrases language) {
        setInvalid(false);
        Optional<Duration> typed = phrases == null ? Optional.empty() : read();
        boolean anew = phrases == null || !phrases.locale().equals(language.locale());
        phrases = language;
        if (anew) {
            typed.ifPresent(duration -> HeldText.show(this, phrases.wholeDuration(duration)));
        }
        tell();
    }

    /** What stands in the field, or empty when it is no duration. */
    Optional<Duration> read() {
        return TypedDuration.read(getValue(), phrases.locale(), unit);
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

    private void tell() {
        String shown = phrases == null ? "" : read().map(phrases::wholeDuration).orElse("");
        understood.setText(shown.isEmpty() || shown.equals(getValue().strip()) ? "" : "= " + shown);
        understood.setVisible(!understood.getText().isEmpty());
    }
}
