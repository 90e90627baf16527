package org.relais.coldchain.ui;

import com.vaadin.flow.component.html.NativeLabel;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.DomListenerRegistration;
import com.vaadin.flow.dom.Element;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.function.Consumer;

/** A day, chosen in the browser's own calendar, with a word before it. */
class DayField extends NativeLabel {

    private static final String VALUE = "element.value";

    private final Span word = new Span();
    private final Element input = new Element("input");

    DayField(String id) {
        addClassName("day-field");
        input.setAttribute("type", "date");
        input.setAttribute("id", id);
        getElement().appendChild(word.getElement(), input);
    }

    void say(String words) {
        word.setText(words);
    }

    /** Shows a day; null for none. Nothing is told to those who listen. */
    void show(LocalDate day) {
        input.setProperty("value", day == null ? "" : day.toString());
    }

    /** Tells the day that a person chooses, and null for none. */
    void onDay(Consumer<LocalDate> listener) {
        DomListenerRegistration change = input.addEventListener(
                "change",
                event -> listener.accept(read(event.getEventData().path(VALUE).asString(""))));
        change.addEventData(VALUE);
    }

    private static LocalDate read(String text) {
        try {
            return text.isEmpty() ? null : LocalDate.parse(text);
        } catch (DateTimeParseException beyondAllCalendars) {
            return null;
        }
    }
}
