package org.relais.administration.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import org.relais.components.Glyph;
import org.relais.language.Phrases;

/** Says that something was saved, to screen readers too, until something is changed again. */
class SavedLine extends Div {

    private final Span glyph = Glyph.CHECK.create();
    private final Span words = new Span();
    private String key;

    SavedLine(String id) {
        setId(id);
        addClassName("saved-line");
        getElement().setAttribute("role", "status");
        add(glyph, words);
        forget();
    }

    /** Says it with the words of a key. */
    void say(String wordsKey, Phrases phrases) {
        key = wordsKey;
        translate(phrases);
    }

    /** Says nothing any more. */
    void forget() {
        key = null;
        words.setText("");
        glyph.setVisible(false);
    }

    void translate(Phrases phrases) {
        if (key != null) {
            words.setText(phrases.text(key));
            glyph.setVisible(true);
        }
    }
}
