package org.relais.components;

import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;

/** Puts a text into the clipboard, in the browser, and says there for a moment that it did. */
public class CopyButton extends NativeButton {

    private final Span word = new Span();

    /** A button that copies nothing yet. */
    public CopyButton() {
        addClassNames("quiet-button", "copy-button");
        getElement().setAttribute("type", "button");
        add(Glyph.COPY.create(), word);
    }

    /**
     * Says what to copy and in which words.
     *
     * @param text what is copied
     * @param label what stands on the button
     * @param copied what stands there once it is copied
     */
    public void show(String text, String label, String copied) {
        word.setText(label);
        getElement().setAttribute("data-copy", text);
        getElement().setAttribute("data-copied-text", copied);
    }
}
