package org.relais.administration.ui;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeLeaveEvent.ContinueNavigationAction;
import org.relais.language.Phrases;

/** Asks whether to leave the page without saving: the browser's own dialog, which costs no download and closes with Escape. */
@Tag("dialog")
class LeaveQuestion extends HtmlContainer {

    private final H2 title = new H2();
    private final Paragraph hint = new Paragraph();
    private final Button leave = new Button();
    private final Button stay = new Button();
    private ContinueNavigationAction leaving;
    private Runnable discard;

    LeaveQuestion() {
        setId("leave-question");
        addClassName("leave-question");
        title.setId("leave-question-title");
        getElement().setAttribute("aria-labelledby", "leave-question-title");
        leave.setId("leave-unsaved");
        leave.addClickListener(click -> {
            close();
            discard.run();
            leaving.proceed();
        });
        stay.setId("stay-unsaved");
        stay.addThemeVariants(ButtonVariant.PRIMARY);
        stay.addClickListener(click -> close());
        Div actions = new Div(stay, leave);
        actions.addClassName("actions");
        add(title, hint, actions);
    }

    /** Asks; who leaves all the same does not want what was typed, which {@code forget} forgets. */
    void ask(ContinueNavigationAction navigation, Runnable forget, Phrases phrases) {
        leaving = navigation;
        discard = forget;
        title.setText(phrases.text("settings.unsaved"));
        hint.setText(phrases.text("settings.unsaved.hint"));
        leave.setText(phrases.text("settings.unsaved.leave"));
        stay.setText(phrases.text("settings.unsaved.stay"));
        getElement().executeJs("if (!this.open) this.showModal()");
    }

    private void close() {
        getElement().executeJs("this.close()");
    }
}
