package org.relais.history.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.relais.language.Phrases;
import org.relais.run.DayOfRuns;

/**
 * The last days as three rows of bars over each other: runs, records, duration. Bars are boxes whose height the style sheet takes
 * from a property; what failed is hatched as well as coloured. Screen readers get the summary and the table instead.
 */
class MonthChart extends Div {

    private static final int LABEL_EVERY = 7;

    /** A label stands to the left of its bar, so the first bars have no room for one. */
    private static final int WITHOUT_LABEL = 4;

    MonthChart() {
        setId("history-chart");
        addClassName("month-chart");
        getElement().setAttribute("aria-hidden", "true");
    }

    void show(Month month) {
        removeAll();
        Phrases phrases = month.phrases();
        strip(month, phrases.text("history.month.runs"), phrases.number(month.most(DayOfRuns::runs)), runs(month));
        strip(
                month,
                phrases.text("history.month.records"),
                phrases.number(month.most(MonthChart::records)),
                single("records", MonthChart::records, month));
        strip(
                month,
                phrases.text("history.month.duration"),
                phrases.duration(month.longest()),
                single("duration", MonthChart::millis, month));
        axis(month);
        legend(phrases);
    }

    private void strip(Month month, String name, String most, Function<DayOfRuns, Div> bar) {
        Span title = new Span(name);
        Span top = new Span(month.phrases().text("history.month.most", most));
        top.addClassName("month-most");
        Div heading = new Div(title, top);
        heading.addClassName("month-heading");
        Div bars = new Div();
        bars.addClassName("month-bars");
        for (DayOfRuns day : month.days()) {
            Div column = bar.apply(day);
            column.addClassName("month-column");
            column.setTitle(month.line(day));
            bars.add(column);
        }
        add(heading, bars);
    }

    private static Function<DayOfRuns, Div> runs(Month month) {
        long most = month.most(DayOfRuns::runs);
        return day -> {
            long others = day.runs() - day.succeeded() - day.partial() - day.failed();
            return new Div(
                    part("failed", day.failed(), most),
                    part("partial", day.partial(), most),
                    part("others", others, most),
                    part("succeeded", day.succeeded(), most));
        };
    }

    private static Function<DayOfRuns, Div> single(String kind, ToLongFunction<DayOfRuns> figure, Month month) {
        long most = month.most(figure);
        return day -> new Div(part(kind, figure.applyAsLong(day), most));
    }

    private static Span part(String kind, long amount, long most) {
        Span part = new Span();
        part.addClassName("month-part");
        part.getElement().setAttribute("data-part", kind);
        part.getStyle().set("--share", most == 0 ? "0" : String.format(Locale.ROOT, "%.4f", (double) amount / most));
        part.setVisible(amount > 0);
        return part;
    }

    private void axis(Month month) {
        Div axis = new Div();
        axis.addClassName("month-axis");
        int last = month.days().size() - 1;
        for (int at = 0; at <= last; at++) {
            boolean labelled = at >= WITHOUT_LABEL && (last - at) % LABEL_EVERY == 0;
            Span mark = new Span(labelled ? month.day(month.days().get(at)) : "");
            axis.add(mark);
        }
        add(axis);
    }

    private void legend(Phrases phrases) {
        Div legend = new Div();
        legend.addClassName("month-legend");
        for (String kind : new String[] {"succeeded", "partial", "failed", "others"}) {
            Span sample = new Span();
            sample.addClassName("month-part");
            sample.getElement().setAttribute("data-part", kind);
            Span entry = new Span(sample, new Span(phrases.text("history.month.legend." + kind)));
            entry.addClassName("month-entry");
            legend.add(entry);
        }
        add(legend);
    }

    private static long records(DayOfRuns day) {
        return day.sent() + day.received();
    }

    private static long millis(DayOfRuns day) {
        return day.took() == null ? 0 : day.took().toMillis();
    }
}
