package org.relais.history.ui;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.relais.components.Glyph;
import org.relais.components.Notice;
import org.relais.history.HistoryLength;
import org.relais.language.FailureWords;
import org.relais.language.PhraseBook;
import org.relais.language.Phrases;
import org.relais.language.TitledPage;
import org.relais.people.CurrentUser;
import org.relais.people.Permission;
import org.relais.record.RecordStore;
import org.relais.record.SetAsideFilter;
import org.relais.record.SetAsideTotal;
import org.relais.run.Advice;
import org.relais.run.Run;
import org.relais.run.RunStep;
import org.relais.run.Runs;
import org.relais.run.SyncStep;
import org.relais.run.ui.AddressedRun;
import org.relais.run.ui.FailureLine;
import org.relais.run.ui.RunStory;
import org.relais.run.ui.SkipReason;
import org.relais.sync.SyncStatus;
import org.relais.sync.ui.SetAsideWords;
import org.relais.sync.ui.StatusFeed;

/** One run, with its steps, what failed, and what came in with it and is still set aside; live while it goes on. */
@Route("history/:run")
@RouteAlias("historique/:run")
@RouteAlias("historial/:run")
@PermitAll
@StyleSheet("assets/lookback.css")
@StyleSheet("assets/run.css")
class RunView extends TitledPage implements BeforeEnterObserver {

    private final Runs runs;
    private final HistoryLength length;
    private final RecordStore store;
    private final StatusFeed feed;
    private final SamenessPanel sameness;
    private final FailureWords failures;
    private final Clock clock;

    private final Notice missing = new Notice("run-missing", Glyph.INFO, "calm");
    private final RunFacts facts = new RunFacts();
    private final FailureLine failure;
    private final RunStory story = new RunStory();
    private final H2 stepsTitle = new H2();
    private final OrderedList steps = new OrderedList();
    private final Div stepsPanel = new Div(stepsTitle, steps);
    private final H2 asideTitle = new H2();
    private final Paragraph aside = new Paragraph();
    private final Anchor asideLink = new Anchor();
    private final Div asidePanel = new Div(asideTitle, aside, asideLink);
    private final List<StepLine> rows = new ArrayList<>();
    private List<SyncStep> shownSteps = List.of();
    private Optional<Run> run = Optional.empty();

    RunView(
            Runs runs,
            HistoryLength length,
            RecordStore store,
            StatusFeed feed,
            SamenessPanel sameness,
            FailureWords failures,
            CurrentUser person,
            PhraseBook phraseBook,
            Clock clock) {
        super(phraseBook, "history.run.page", "history", "history.run.back");
        this.runs = runs;
        this.length = length;
        this.store = store;
        this.feed = feed;
        this.sameness = sameness;
        this.failures = failures;
        this.clock = clock;
        this.failure = new FailureLine(failures, person.may(Permission.ADMINISTER_SERVER), null);
        addClassName("lookback-page");
        steps.setId("run-steps");
        steps.addClassName("run-steps");
        stepsPanel.addClassNames("panel", "lookback-panel");
        aside.setId("run-set-aside");
        asideLink.addClassName("link-button");
        asideLink.getElement().setAttribute("router-link", true);
        asidePanel.addClassNames("panel", "lookback-panel");
        add(missing, facts, story, failure, asidePanel, stepsPanel, sameness);
        feed.follow(this, this::follow);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        run = event.getRouteParameters().get("run").flatMap(number -> AddressedRun.find(runs, number));
        say();
    }

    /** The run goes on, or has just ended. */
    private void follow(SyncStatus status) {
        if (run.isEmpty()) {
            return;
        }
        if (run.get().finishedAt() != null) {
            // It stays as it is; but what came of it may just have been compared, or a later one may have begun.
            if (getUI().isPresent() && sameness.isOutdated(isNewest(run.get()))) {
                showSameness(run.get(), new RunWords(phrases(), clock.instant()));
            }
            return;
        }
        long id = run.get().id();
        if (status.current() != null && status.current().id() == id) {
            run = Optional.of(status.current());
        } else {
            run = runs.find(id);
        }
        say();
    }

    @Override
    protected String heading(Phrases phrases) {
        return run.map(shown -> phrases.text("history.run.title", new RunWords(phrases, clock.instant()).start(shown)))
                .orElseGet(() -> phrases.text("history.run.missing"));
    }

    @Override
    protected void translate(Phrases phrases) {
        stepsTitle.setText(phrases.text("sync.steps"));
        asideTitle.setText(phrases.text("history.run.aside"));
        facts.setVisible(run.isPresent());
        stepsPanel.setVisible(run.isPresent());
        missing.setVisible(false);
        if (run.isPresent()) {
            show(run.get(), new RunWords(phrases, clock.instant()));
        } else {
            missing.show(
                    phrases.text("history.run.missing.text"), phrases.text("history.run.missing.hint", length.days()));
            failure.setVisible(false);
            story.setVisible(false);
            asidePanel.setVisible(false);
            sameness.setVisible(false);
        }
    }

    private void show(Run shown, RunWords words) {
        // One that has ended is history, whether the page is live or not.
        Stream.of(facts, story, stepsPanel)
                .forEach(part -> part.getElement().setAttribute("data-live", shown.finishedAt() == null));
        facts.show(shown, words);
        story.show(shown, words.now(), words.phrases());
        failure.show(shown, words.now(), words.phrases());
        showSteps(shown, words);
        showAside(shown, words.phrases());
        showSameness(shown, words);
    }

    private void showSameness(Run shown, RunWords words) {
        sameness.show(shown, isNewest(shown), words);
    }

    private boolean isNewest(Run shown) {
        SyncStatus now = feed.now();
        return now.current() == null && now.last() != null && now.last().id() == shown.id();
    }

    private void showSteps(Run shown, RunWords words) {
        List<RunStep> now = shown.steps();
        Advice advice = new Advice(shown, failures);
        List<SyncStep> wanted = now.stream().map(RunStep::step).toList();
        if (!wanted.equals(shownSteps)) {
            steps.removeAll();
            rows.clear();
            for (SyncStep step : wanted) {
                StepLine row = new StepLine(step, failures);
                rows.add(row);
                steps.add(row);
            }
            shownSteps = wanted;
        }
        SkipReason reason = new SkipReason(now);
        for (int at = 0; at < now.size(); at++) {
            rows.get(at).show(now.get(at), reason, advice, words);
        }
    }

    /** Only what is still set aside is known: what was integrated since has left no trace. So the words say no more than that. */
    private void showAside(Run shown, Phrases phrases) {
        asidePanel.setVisible(shown.finishedAt() != null);
        if (shown.finishedAt() == null) {
            return;
        }
        SetAsideTotal total = store.setAsideTotal(SetAsideFilter.cameBetween(shown.startedAt(), shown.finishedAt()));
        long left = total.all();
        asidePanel.getElement().setAttribute("data-any", Boolean.toString(left > 0));
        aside.setText((phrases.text("history.run.aside.count", left) + " " + new SetAsideWords(total).kinds(phrases))
                .strip());
        asideLink.setVisible(left > 0);
        asideLink.setHref("records/failed?run=" + shown.id());
        asideLink.setText(phrases.text("history.run.aside.link"));
    }
}
