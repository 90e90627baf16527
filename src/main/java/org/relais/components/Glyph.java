package org.relais.components;

import com.vaadin.flow.component.html.Span;
import java.util.Locale;

/**
 * The pages' icons. Each is a shape in {@code frontend/assets/glyphs.css}, drawn in the colour of the text around it and
 * hidden from screen readers: the words beside it say what it means.
 */
public enum Glyph {
    HOME,
    LOCATIONS,
    COLD_CHAIN,
    SYNC,
    SETTINGS,
    HELP,
    USER,
    SIGN_OUT,
    LANGUAGE,
    APPEARANCE,
    PUSH,
    PUSH_V6,
    PULL_CENTRAL,
    PULL_REMOTE,
    PULL_V6,
    INTEGRATE,
    PREPARE,
    ALERT,
    CHECK,
    CLOCK,
    CLOSE,
    COPY,
    INFO,
    PAUSE,
    SKIP,
    WAITING,
    ARROW,
    ADD,
    EDIT,
    REMOVE,
    THERMOMETER,
    NO_SIGNAL,
    BATTERY;

    /** A new component that shows it. */
    public Span create() {
        Span shape = new Span();
        shape.addClassName("glyph");
        show(shape);
        return shape;
    }

    /** Makes a component that {@link #create()} gave show this one instead. */
    public void show(Span shape) {
        shape.getElement()
                .setAttribute("data-glyph", name().toLowerCase(Locale.ROOT).replace('_', '-'));
        shape.getElement().setAttribute("aria-hidden", "true");
    }
}
