package org.relais.coldchain.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.relais.coldchain.Breach;
import org.relais.coldchain.BreachProblem;
import org.relais.coldchain.Breaches;
import org.relais.components.FieldProblem;
import org.relais.language.Draft;
import org.relais.vocabulary.Invalid;

/**
 * What a person says of a breach: of one that is over, what was done about it; of one that goes on, that its sensor is lost. What is
 * typed stays in the browser until it is taken.
 */
class BreachAnswer extends Div {

    private final Breach breach;
    private final Consumer<String> taken;
    private final H3 title = new H3();
    private final Paragraph hint = new Paragraph();
    private final TextArea said = new TextArea();
    private final Button button = new Button();
    private final Draft typed;
    private MonitoringWords words;

    /**
     * The form for a breach.
     *
     * @param acknowledge is handed the comment on one that is over; may throw {@link Invalid}
     * @param close is handed the reason for one that goes on; may throw {@link Invalid}
     */
    BreachAnswer(Breach breach, Consumer<String> acknowledge, Consumer<String> close) {
        this.breach = breach;
        this.taken = breach.open() ? close : acknowledge;
        this.typed = new Draft("breach " + breach.id());
        addClassNames("breach-answer", "form-fields");
        hint.addClassName("soft");
        said.setId(breach.open() ? "breach-reason" : "breach-comment");
        said.setMaxLength(Breaches.LONGEST_COMMENT);
        said.setRequiredIndicatorVisible(true);
        FieldProblem.goesWhenMended(said);
        said.setValueChangeMode(ValueChangeMode.ON_CHANGE);
        button.setId(breach.open() ? "breach-close" : "breach-acknowledge");
        button.setDisableOnClick(true);
        if (!breach.open()) {
            button.addThemeVariants(ButtonVariant.PRIMARY);
        }
        button.addClickListener(click -> take());
        add(title, hint, typed, said, button);
    }

    /** Says it in a language; {@code may} is whether the person may answer. */
    void say(MonitoringWords language, boolean may) {
        words = language;
        String kind = breach.open() ? "breach.lost." : "breach.answer.";
        title.setText(words.text(kind + "title"));
        hint.setText(words.text(kind + "hint"));
        said.setLabel(words.text(kind + "label"));
        button.setText(words.text(kind + "button"));
        setVisible(may && (breach.open() || !breach.acknowledged()));
    }

    private void take() {
        try {
            taken.accept(said.getValue());
        } catch (Invalid invalid) {
            said.setErrorMessage(invalid.problems(BreachProblem.class).stream()
                    .map(problem -> words.text(problem.key()))
                    .collect(Collectors.joining(" ")));
            said.setInvalid(true);
            said.focus();
        } finally {
            button.setEnabled(true);
        }
    }

    /** What was typed is kept now. */
    void leave() {
        typed.saved();
    }
}
