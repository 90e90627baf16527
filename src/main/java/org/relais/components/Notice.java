package org.relais.components;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;

/** A calm box that says how things stand and what can be done. */
public class Notice extends Div {

    private final Span sign = Glyph.INFO.create();
    private final Paragraph title = new Paragraph();
    private final Paragraph hint = new Paragraph();

    /** A hidden one; {@code tone} is {@code calm}, {@code warn} or {@code bad}. */
    public Notice(String id, Glyph glyph, String tone) {
        setId(id);
        addClassName("notice");
        title.addClassName("notice-title");
        Div words = new Div(title, hint);
        words.addClassName("notice-words");
        add(sign, words);
        look(glyph, tone);
        setVisible(false);
    }

    /** Shows another sign and tone. */
    public final void look(Glyph glyph, String tone) {
        glyph.show(sign);
        getElement().setAttribute("data-tone", tone);
    }

    /** Shows it; a null hint is left out. */
    public void show(String text, String advice) {
        title.setText(text);
        hint.setText(advice == null ? "" : advice);
        hint.setVisible(advice != null);
        setVisible(true);
    }
}
