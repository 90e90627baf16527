package org.relais.coldchain.ui;

import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AttachmentType;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.provider.CallbackDataProvider;
import com.vaadin.flow.data.provider.Query;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.relais.coldchain.LogPage;
import org.relais.coldchain.LoggedReading;
import org.relais.coldchain.ReadingLog;
import org.relais.components.CardGrid;

/** The readings of a store page by page, the latest first; each page begins where the one before it ended. */
class LogPart extends MonitoringPart {

    private static final int PAGE = 50;

    private final ReadingLog log;
    private final H2 title = new H2();
    private final Anchor download = new Anchor();
    private final CallbackDataProvider<LoggedReading, Void> rows = new CallbackDataProvider<>(this::fetch, this::size);
    private final CardGrid<LoggedReading> list = new CardGrid<>("readings", rows);
    private final Anchor latest = new Anchor();
    private final Anchor older = new Anchor();
    private List<LoggedReading> shown = List.of();
    private volatile Scene scene;

    LogPart(ReadingLog log, Desk desk) {
        this.log = log;
        addClassName("log-part");
        download.setId("log-download");
        download.addClassName("link-button");
        download.setHref(new LogDownload(log, desk, () -> scene), AttachmentType.DOWNLOAD);
        Div tools = new Div(title, download);
        tools.addClassNames("list-tools", "log-tools");
        latest.setId("log-latest");
        older.setId("log-older");
        for (Anchor way : List.of(latest, older)) {
            way.addClassName("link-button");
            way.getElement().setAttribute("router-link", true);
        }
        Div ways = new Div(latest, older);
        ways.addClassNames("actions", "log-ways");
        add(tools, list, ways);
    }

    @Override
    void show(Scene now) {
        scene = now;
        MonitoringWords words = now.words();
        MonitoringFilter filter = now.filter();
        LogPage page = log.page(filter.readings(now.storeId(), now.phrases().zone()), filter.before(), PAGE);
        shown = page.readings();
        title.setText(words.text("monitoring.tab.log"));
        download.setText(words.text("log.download"));
        list.look(this::columns, words.text("monitoring.tab.log"), this::card);
        list.size(shown.size(), words.text(filter.narrows() ? "log.none.filtered" : "log.none"));
        rows.refreshAll();
        latest.setText(words.text("log.latest"));
        latest.setHref(filter.with((Instant) null).address());
        latest.setVisible(filter.before() != null);
        older.setText(words.text("log.older"));
        older.setVisible(page.older().isPresent());
        page.older().ifPresent(begin -> older.setHref(filter.with(begin).address()));
    }

    private void columns(Grid<LoggedReading> grid) {
        MonitoringWords words = scene.words();
        grid.addColumn(reading -> words.moment(reading.takenAt()))
                .setHeader(words.text("log.column.time"))
                .setFlexGrow(3);
        grid.addColumn(reading -> scene.sensorName(reading.sensorId()))
                .setHeader(words.text("breach.column.sensor"))
                .setFlexGrow(3);
        grid.addColumn(reading -> scene.place(reading.locationId()))
                .setHeader(words.text("monitoring.location"))
                .setFlexGrow(3);
        grid.addColumn(reading -> words.degrees(reading.temperature()))
                .setHeader(words.text("log.column.temperature"))
                .setTextAlign(ColumnTextAlign.END)
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addComponentColumn(this::marks)
                .setHeader(words.text("log.column.note"))
                .setFlexGrow(2);
    }

    private Div card(LoggedReading reading) {
        MonitoringWords words = scene.words();
        Span temperature = new Span(words.degrees(reading.temperature()));
        temperature.addClassName("log-temperature");
        Span where = new Span(
                words.text("log.card", scene.sensorName(reading.sensorId()), scene.place(reading.locationId())));
        where.addClassName("soft");
        Div card = new Div(temperature, new Span(words.moment(reading.takenAt())), where, marks(reading));
        card.addClassName("breach-card");
        return card;
    }

    private Div marks(LoggedReading reading) {
        Div marks = new Div();
        marks.addClassName("marks");
        if (reading.doubt() != null) {
            Span doubt = new Span(scene.words().doubt(reading.doubt()));
            doubt.addClassNames("mark");
            doubt.getElement()
                    .setAttribute("data-tone", "warn")
                    .setAttribute("data-doubt", reading.doubt().name());
            marks.add(doubt);
        }
        if (reading.breachId() != null) {
            Anchor breach = new Anchor(
                    MonitoringFilter.ofBreach(reading.breachId()),
                    scene.phrases().text("log.breach"));
            breach.addClassName("row-link");
            breach.getElement().setAttribute("router-link", true);
            marks.add(breach);
        }
        return marks;
    }

    private Stream<LoggedReading> fetch(Query<LoggedReading, Void> page) {
        return shown.stream().skip(page.getOffset()).limit(page.getLimit());
    }

    private int size(Query<LoggedReading, Void> page) {
        return shown.size();
    }
}
