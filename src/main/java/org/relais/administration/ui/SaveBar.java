package org.relais.administration.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import org.relais.language.Phrases;

/**
 * The buttons that end a form. As soon as something is changed they stay at the window's edge, say that it is not saved yet,
 * and offer to take it back; Escape in a field does so too.
 */
class SaveBar extends Div {

    private final Span words = new Span();
    private final Button takeBack = new Button();

    /** The buttons of a form that holds nothing unsaved; {@code name} begins the ids of its own parts. */
    SaveBar(String name, Component... buttons) {
        addClassNames("actions", "save-bar");
        words.setId(name + "-unsaved");
        words.addClassName("save-bar-words");
        words.getElement().setAttribute("role", "status");
        takeBack.setId(name + "-take-back");
        takeBack.addThemeVariants(ButtonVariant.TERTIARY);
        add(words, takeBack);
        add(buttons);
        show(false);
    }

    /** What taking back does, and in which fields Escape asks for it. */
    void onTakeBack(Runnable action, Component... fields) {
        takeBack.addClickListener(click -> action.run());
        takeBack.addClickShortcut(Key.ESCAPE).listenOn(fields);
    }

    /** Where it begins to stand at the window's edge, what a person is typing into must not be under it. */
    void show(boolean unsaved) {
        if (unsaved && !words.isVisible()) {
            getElement()
                    .executeJs(
                            "document.activeElement?.closest('.form-fields > *')?.scrollIntoView({block: 'nearest'})");
        }
        getElement().setAttribute("data-unsaved", unsaved);
        words.setVisible(unsaved);
        takeBack.setVisible(unsaved);
    }

    void translate(Phrases phrases) {
        words.setText(phrases.text("settings.unsaved.bar"));
        takeBack.setText(phrases.text("settings.take-back"));
    }
}
