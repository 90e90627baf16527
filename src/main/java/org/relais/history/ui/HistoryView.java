package org.relais.history.ui;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.data.provider.CallbackDataProvider;
import com.vaadin.flow.data.provider.Query;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.relais.components.CardGrid;
import org.relais.components.Filter;
import org.relais.components.Glyph;
import org.relais.components.Notice;
import org.relais.history.HistoryLength;
import org.relais.language.FailureWords;
import org.relais.language.PhraseBook;
import org.relais.language.Phrases;
import org.relais.language.TitledPage;
import org.relais.run.Outcome;
import org.relais.run.Run;
import org.relais.run.RunDays;
import org.relais.run.RunFilter;
import org.relais.run.RunStep;
import org.relais.run.Runs;
import org.relais.run.StepState;
import org.relais.run.Trigger;
import org.relais.site.Site;
import org.relais.site.SiteSettings;
import org.relais.sync.SyncStatus;
import org.relais.sync.ui.StatusFeed;

/** The last runs, the newest first; above them how the last days went, below them the figures and charts of these days. */
@Route("history")
@RouteAlias("historique")
@RouteAlias("historial")
@PermitAll
@StyleSheet("assets/lookback.css")
@StyleSheet("assets/month.css")
class HistoryView extends TitledPage implements BeforeEnterObserver {

    /** In the address: the day whose runs are listed. */
    static final String DAY = "day";

    private final Runs runs;
    private final RunDays days;
    private final HistoryLength length;
    private final Site site;
    private final StatusFeed feed;
    private final FailureWords failures;
    private final Clock clock;

    private final Paragraph kept = new Paragraph();
    private final H2 monthTitle = new H2();
    private final Paragraph summary = new Paragraph();
    private final DayStrip strip = new DayStrip();
    private final Notice ofDay = new Notice("history-day", Glyph.CLOCK, "calm");
    private final Anchor allDays = new Anchor("history");
    private final MonthChart chart = new MonthChart();
    private final NativeDetails figures = new NativeDetails();
    private final MonthTable table = new MonthTable();
    private final H2 listTitle = new H2();
    private final Filter<Outcome> outcomes =
            new Filter<>(() -> phrases().text("history.filter.outcome.all"), outcome -> words().outcome(outcome));
    private final Filter<Trigger> triggers =
            new Filter<>(() -> phrases().text("history.filter.trigger.all"), trigger -> words().trigger(trigger));
    private final Paragraph count = new Paragraph();
    private final CallbackDataProvider<Run, Void> rows = new CallbackDataProvider<>(this::fetch, this::size, Run::id);
    private final CardGrid<Run> list = new CardGrid<>("runs", rows);
    private RunFilter filter = RunFilter.ALL;
    private LocalDate day;
    private Seen seen;

    HistoryView(
            Runs runs,
            RunDays days,
            HistoryLength length,
            Site site,
            StatusFeed feed,
            FailureWords failures,
            PhraseBook phraseBook,
            Clock clock) {
        super(phraseBook, "history.title", "synchronisation", "history.back");
        this.runs = runs;
        this.days = days;
        this.length = length;
        this.site = site;
        this.feed = feed;
        this.failures = failures;
        this.clock = clock;
        addClassName("lookback-page");
        subtitle(kept);
        summary.setId("history-summary");
        Div month = new Div(monthTitle, strip, summary);
        month.addClassNames("panel", "month");
        allDays.addClassName("link-button");
        allDays.getElement().setAttribute("router-link", true);
        ofDay.add(allDays);
        figures.setId("history-figures");
        figures.addClassNames("panel", "more", "month-figures");
        figures.setContent(new Div(chart, table));
        outcomes.setId("history-outcome");
        outcomes.onFilter(chosen -> filter(filter.with(chosen)));
        triggers.setId("history-trigger");
        triggers.onFilter(chosen -> filter(filter.with(chosen)));
        count.setId("history-count");
        count.addClassName("soft");
        count.getElement().setAttribute("role", "status");
        Div tools = new Div(listTitle, outcomes, triggers, count);
        tools.addClassName("list-tools");
        Stream.of(month, list, figures).forEach(part -> part.getElement().setAttribute("data-live", true));
        add(month, tools, ofDay, list, figures);
        feed.follow(this, this::follow);
    }

    /** A day that nobody can read is none: then the runs of all days are listed. */
    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        day = event.getLocation()
                .getQueryParameters()
                .getSingleParameter(DAY)
                .flatMap(HistoryView::read)
                .orElse(null);
        say();
    }

    private static Optional<LocalDate> read(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException mistyped) {
            return Optional.empty();
        }
    }

    @Override
    protected void translate(Phrases phrases) {
        kept.setText(phrases.text("history.kept", length.days()));
        monthTitle.setText(phrases.text("history.month.title", Month.DAYS));
        figures.setSummaryText(phrases.text("history.month.figures"));
        allDays.setText(phrases.text("history.day.all"));
        listTitle.setText(phrases.text("history.list"));
        outcomes.setAriaLabel(phrases.text("history.filter.outcome"));
        outcomes.narrowTo(List.of(Outcome.values()), filter.outcome());
        triggers.setAriaLabel(phrases.text("history.filter.trigger"));
        triggers.narrowTo(List.of(Trigger.values()), filter.trigger());
        list.look(this::columns, phrases.text("history.title"), run -> RunCard.whole(run, words(), failures));
        refresh();
    }

    private void columns(Grid<Run> grid) {
        Phrases phrases = phrases();
        grid.addComponentColumn(run -> RunCard.start(run, words()))
                .setHeader(phrases.text("history.column.start"))
                .setFlexGrow(4);
        grid.addColumn(run -> words().trigger(run))
                .setHeader(phrases.text("history.column.trigger"))
                .setFlexGrow(2);
        grid.addColumn(run -> words().duration(run))
                .setHeader(phrases.text("history.column.duration"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addColumn(run -> phrases.number(run.sent()))
                .setHeader(phrases.text("history.column.sent"))
                .setTextAlign(ColumnTextAlign.END)
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addColumn(run -> phrases.number(run.received()))
                .setHeader(phrases.text("history.column.received"))
                .setTextAlign(ColumnTextAlign.END)
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addComponentColumn(run -> RunCard.ending(run, words(), failures))
                .setHeader(phrases.text("history.column.outcome"))
                .setFlexGrow(5);
    }

    private RunWords words() {
        return new RunWords(phrases(), clock.instant());
    }

    private void filter(RunFilter chosen) {
        filter = chosen;
        refreshList();
    }

    /** A run began, moved on to another step, or ended. */
    private void follow(SyncStatus status) {
        Seen now = Seen.of(status);
        if (seen != null && !seen.equals(now)) {
            if (seen.sameRuns(now)) {
                rows.refreshItem(status.current());
            } else {
                refresh();
            }
        }
        seen = now;
    }

    private void refresh() {
        Phrases phrases = phrases();
        Instant now = clock.instant();
        LocalDate today = now.atZone(phrases.zone()).toLocalDate();
        LocalDate since = site.settings()
                .map(SiteSettings::initialisedAt)
                .map(complete -> complete.atZone(phrases.zone()).toLocalDate())
                .orElse(null);
        Month month = new Month(days.days(today, Month.DAYS, phrases.zone()), since, phrases);
        summary.setText(month.summary());
        strip.show(month, day);
        chart.show(month);
        table.show(month);
        refreshList();
    }

    private void refreshList() {
        Phrases phrases = phrases();
        RunFilter wanted = filter();
        long number = runs.count(wanted);
        count.setText(phrases.text("history.count", number));
        list.size(number, phrases.text(wanted.equals(RunFilter.ALL) ? "history.empty" : "history.empty.filtered"));
        ofDay.setVisible(false);
        if (day != null) {
            ofDay.show(phrases.text("history.day", phrases.wholeDay(day)), null);
        }
        rows.refreshAll();
    }

    /** What was chosen, on the days of whoever looks. */
    private RunFilter filter() {
        return day == null ? filter : filter.on(day, phrases().zone());
    }

    /** The run that goes on comes from the feed, which is ahead of the database. */
    private Stream<Run> fetch(Query<Run, Void> page) {
        Run current = feed.now().current();
        return runs.page(filter(), page.getOffset(), page.getLimit()).stream()
                .map(run -> current != null && current.id() == run.id() ? current : run);
    }

    private int size(Query<Run, Void> page) {
        return Math.toIntExact(runs.count(filter()));
    }

    /**
     * What the list shows of the present.
     *
     * @param current the run that goes on, or null
     * @param last the last that ended, or null
     * @param steps how far the steps of the run that goes on are
     */
    private record Seen(Long current, Long last, List<StepState> steps) {

        static Seen of(SyncStatus status) {
            Optional<Run> current = Optional.ofNullable(status.current());
            return new Seen(
                    current.map(Run::id).orElse(null),
                    Optional.ofNullable(status.last()).map(Run::id).orElse(null),
                    current.map(run -> run.steps().stream().map(RunStep::state).toList())
                            .orElse(List.of()));
        }

        boolean sameRuns(Seen other) {
            return current != null && current.equals(other.current) && Objects.equals(last, other.last);
        }
    }
}
