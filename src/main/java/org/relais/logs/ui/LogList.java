package org.relais.logs.ui;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Locale;
import org.relais.logs.LogLine;
import org.springframework.boot.logging.LogLevel;

/** Entries of the log, the newest first. All is set as text: what somebody had written there is never markup. */
class LogList extends OrderedList {

    LogList() {
        setId("log-lines");
        addClassName("log-lines");
        getElement().setAttribute("tabindex", "0").setAttribute("role", "region");
    }

    void show(List<LogLine> lines) {
        removeAll();
        lines.forEach(line -> add(item(line)));
    }

    private static ListItem item(LogLine line) {
        Span at = new Span(line.at());
        Span level = new Span(line.level() == LogLevel.OFF ? "" : line.level().name());
        level.addClassName("log-level");
        Span source = new Span(line.source());
        Span head = new Span(at, level, source);
        head.addClassName("log-head");
        ListItem item = new ListItem(head, new Pre(line.text()));
        item.getElement().setAttribute("data-level", line.level().name().toLowerCase(Locale.ROOT));
        return item;
    }
}
