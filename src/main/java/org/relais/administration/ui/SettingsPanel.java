package org.relais.administration.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import org.relais.language.PhraseBook;
import org.relais.language.Phrases;
import org.relais.people.CurrentUser;
import org.relais.people.Permission;
import org.springframework.security.access.AccessDeniedException;

/**
 * One part of the settings: a heading, what the part is for, its fields. Each is saved by itself. Its words stand in the
 * translations under {@code settings.<name>}.
 */
abstract class SettingsPanel extends Section {

    private final PhraseBook phraseBook;
    private final CurrentUser person;
    private final String name;
    private final H2 title = new H2();
    private final Paragraph explanation = new Paragraph();

    SettingsPanel(String name, PhraseBook phraseBook, CurrentUser person) {
        this.name = name;
        this.phraseBook = phraseBook;
        this.person = person;
        setId("settings-" + name);
        addClassNames("panel", "settings-panel");
        title.setId("settings-" + name + "-title");
        explanation.addClassName("soft");
        getElement().setAttribute("aria-labelledby", "settings-" + name + "-title");
        add(title, explanation);
    }

    /** The key of the heading's words, which are also the entry in the page's table of contents. */
    String titleKey() {
        return "settings." + name;
    }

    /** Fills in what holds now. */
    abstract void fill(Phrases phrases);

    /** Says everything in a language; what was typed stays. */
    void translate(Phrases phrases) {
        title.setText(phrases.text(titleKey()));
        explanation.setText(phrases.text(titleKey() + ".explanation"));
    }

    /** Whether something was typed that is not saved yet. */
    abstract boolean changed();

    /** The phrases of the page that this is shown on. */
    Phrases phrases() {
        return phraseBook.of(getUI().orElseThrow());
    }

    /**
     * To be called before anything is changed: the page may have been open for longer than the person's right lasted.
     *
     * @throws AccessDeniedException where the person may not any more
     */
    void mustStillBeAllowed() {
        person.require(Permission.ADMINISTER_SERVER);
    }

    /** A button that saves this panel. */
    Button saveButton(Runnable save) {
        Button button = new Button();
        button.setId(name + "-save");
        button.addThemeVariants(ButtonVariant.PRIMARY);
        button.setDisableOnClick(true);
        button.addClickListener(click -> {
            try {
                mustStillBeAllowed();
                save.run();
            } finally {
                button.setEnabled(true);
            }
        });
        return button;
    }

    /** Puts the parts below the explanation, one below the other. */
    void addFields(Component... parts) {
        Div column = new Div(parts);
        column.addClassName("form-fields");
        add(column);
    }
}
