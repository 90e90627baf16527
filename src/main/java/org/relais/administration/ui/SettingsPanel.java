package org.relais.administration.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.textfield.TextFieldBase;
import com.vaadin.flow.data.value.ValueChangeMode;
import org.relais.language.Draft;
import org.relais.language.PhraseBook;
import org.relais.language.Phrases;
import org.relais.people.CurrentUser;
import org.relais.people.Permission;
import org.springframework.security.access.AccessDeniedException;

/**
 * A section of the settings: a heading, what the section is for, its fields. Its words stand in the translations under
 * {@code settings.<name>}.
 */
abstract class SettingsPanel extends Section implements SettingsSection {

    private final PhraseBook phraseBook;
    private final CurrentUser person;
    private final String name;
    private final int order;
    private final H2 title = new H2();
    private final Paragraph explanation = new Paragraph();
    private Draft draft;

    SettingsPanel(String name, int order, PhraseBook phraseBook, CurrentUser person) {
        this.name = name;
        this.order = order;
        this.phraseBook = phraseBook;
        this.person = person;
        setId("settings-" + name);
        addClassNames("panel", "settings-panel");
        title.setId("settings-" + name + "-title");
        explanation.addClassName("soft");
        getElement().setAttribute("aria-labelledby", "settings-" + name + "-title");
        add(title, explanation);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int order() {
        return order;
    }

    @Override
    public String titleKey() {
        return "settings." + name;
    }

    @Override
    public void translate(Phrases phrases) {
        title.setText(phrases.text(titleKey()));
        explanation.setText(phrases.text(titleKey() + ".explanation"));
    }

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

    /** Puts the parts below the explanation, one below the other. */
    void addFields(Component... parts) {
        Div column = new Div(parts);
        column.addClassName("form-fields");
        if (draft != null) {
            column.addComponentAsFirst(draft);
        }
        add(column);
    }

    /** A button that saves what the fields hold; Enter in one of them presses it. */
    Button saveButton(Runnable save, TextFieldBase<?, ?>... fields) {
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
        button.addClickShortcut(Key.ENTER).listenOn(fields);
        return button;
    }

    /** Says that what stood in the fields is saved. */
    void kept(SaveBar bar, SavedLine saved, String words) {
        discard();
        bar.show(false);
        saved.say(words, phrases());
    }

    @Override
    public void discard() {
        if (draft != null) {
            draft.saved();
        }
    }

    /**
     * Has the bar follow what a person types, the words that it is saved be forgotten meanwhile, and the browser keep what was
     * typed. To be called before the fields are put in.
     */
    void watch(SaveBar bar, SavedLine saved, TextFieldBase<?, ?>... fields) {
        draft = new Draft("settings-" + name);
        bar.onTakeBack(
                () -> {
                    fill(phrases());
                    translate(phrases());
                    discard();
                    bar.show(false);
                },
                fields);
        for (TextFieldBase<?, ?> field : fields) {
            field.setValueChangeMode(ValueChangeMode.LAZY);
            field.addValueChangeListener(change -> {
                saved.forget();
                bar.show(changed());
            });
        }
    }
}
