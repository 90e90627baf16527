package org.relais.history.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import java.time.LocalDate;
import org.relais.run.DayOfRuns;

/**
 * The last days as one strip of squares: how each went at worst, by colour and by a sign, and all about it in its title. Each
 * leads to the runs of its day, the chosen one back to those of all days. The newest comes first and stands at the right, so
 * that it is in view where the strip is wider than the window; for the Tab key the whole strip is one stop
 * ({@code frontend/assets/relais.js}).
 */
class DayStrip extends OrderedList {

    DayStrip() {
        setId("history-days");
        addClassName("day-strip");
        getElement().setAttribute("data-strip", true);
    }

    /** Shows the days; {@code chosen} is the one whose runs are listed, or null. */
    void show(Month month, LocalDate chosen) {
        removeAll();
        getElement().setAttribute("aria-label", month.phrases().text("history.month.title", Month.DAYS));
        LocalDate stop = chosen == null ? month.days().getLast().day() : chosen;
        for (DayOfRuns day : month.days().reversed()) {
            add(new ListItem(
                    square(day, month, day.day().equals(chosen), day.day().equals(stop))));
        }
    }

    private static Anchor square(DayOfRuns day, Month month, boolean chosen, boolean stop) {
        Anchor square = new Anchor(chosen ? "history" : "history?" + HistoryView.DAY + "=" + day.day());
        square.addClassName("day-square");
        square.setTitle(month.line(day));
        square.getElement()
                .setAttribute("router-link", true)
                .setAttribute("data-day", day.day().toString())
                .setAttribute("data-outcome", day.worst())
                .setAttribute("tabindex", stop ? "0" : "-1");
        if (chosen) {
            square.getElement().setAttribute("aria-current", "true");
        }
        Span number = new Span(month.phrases().number(day.day().getDayOfMonth()));
        number.getElement().setAttribute("aria-hidden", "true");
        Span words = new Span(month.line(day));
        words.addClassName("sr-only");
        square.add(number, words);
        return square;
    }
}
