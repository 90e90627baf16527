package org.relais.locations.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import org.relais.components.Glyph;
import org.relais.locations.Location;

/** The pieces that show a location in the list. All texts are set as text: what the network sends is never markup. */
final class LocationCard {

    private LocationCard() {}

    /** All about a location in one cell, for narrow screens. */
    static Div whole(Location location, LocationWords words) {
        Span description = new Span(location.description());
        Span type = new Span(words.type(location.type()));
        type.addClassName("soft");
        Span volume = new Span(words.text("locations.volume.short", words.volume(location.volume())));
        volume.addClassName("soft");
        Div card = new Div(code(location), description, type, volume, marks(location, words));
        card.addClassName("location-card");
        description.setVisible(!location.description().isBlank());
        type.setVisible(location.type() != null);
        return card;
    }

    static Span code(Location location) {
        Span code = new Span(location.code());
        code.addClassName("location-code");
        return code;
    }

    /** Whether it is on hold, and whether it waits to be sent. */
    static Div marks(Location location, LocationWords words) {
        Div marks = new Div();
        marks.addClassName("marks");
        if (location.onHold()) {
            marks.add(mark("hold", Glyph.PAUSE, words.text("locations.on-hold")));
        }
        if (location.waiting()) {
            marks.add(mark("waiting", Glyph.WAITING, words.text("locations.waiting")));
        }
        return marks;
    }

    private static Span mark(String kind, Glyph glyph, String text) {
        Span mark = new Span(glyph.create(), new Span(text));
        mark.addClassName("mark");
        mark.getElement().setAttribute("data-mark", kind);
        return mark;
    }
}
