package org.relais.administration.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.relais.components.Glyph;
import org.relais.components.Notice;
import org.relais.language.FailureWords;
import org.relais.language.Phrases;
import org.relais.run.Outcome;
import org.relais.run.Run;
import org.relais.run.Trigger;
import org.relais.run.ui.Cure;
import org.relais.run.ui.FailureLine;
import org.relais.run.ui.FoldedSteps;
import org.relais.run.ui.NextTry;
import org.relais.run.ui.RunStory;
import org.relais.site.Site;
import org.relais.sync.HereAlready;
import org.relais.sync.SyncStatus;
import org.relais.sync.Synchroniser;
import org.relais.sync.ui.Announcer;
import org.relais.sync.ui.CancelButton;
import org.relais.sync.ui.HereAlreadyLine;

/** The second stage: the first synchronisation, how far it is, what went wrong and what to do about it. */
class FirstRunStage extends Div {

    private final Synchroniser synchroniser;
    private final Site site;
    private final Supplier<String> user;

    private final H2 title = new H2();
    private final Paragraph hint = new Paragraph();
    private final Paragraph connection = new Paragraph();
    private final FoldedSteps steps;
    private final RunStory story = new RunStory();
    private final HereAlreadyLine here;
    private final NextTry nextTry = new NextTry();
    private final FailureLine failure;
    private final Notice incomplete = new Notice("setup-incomplete", Glyph.WAITING, "calm");
    private final Button retry = new Button();
    private final CancelButton cancel;
    private final Button change = new Button();
    private final Announcer announcer = new Announcer();
    private Cure correction;

    /**
     * The stage of one page.
     *
     * @param user who is in front of it
     * @param correct what happens when the person wants to correct the connection; told what has to be corrected, or null
     */
    FirstRunStage(
            Synchroniser synchroniser,
            Site site,
            FailureWords words,
            HereAlready hereAlready,
            CancelButton cancel,
            Supplier<String> user,
            Consumer<Cure> correct) {
        this.synchroniser = synchroniser;
        this.site = site;
        this.cancel = cancel;
        this.user = user;
        this.steps = new FoldedSteps(words);
        this.here = new HereAlreadyLine(hereAlready);
        this.failure = new FailureLine(words);
        setId("setup-first-run");
        addClassName("setup-stage-panel");
        hint.addClassName("soft");
        connection.setId("setup-connection");
        connection.addClassName("setup-connection");
        retry.setId("setup-retry");
        retry.setDisableOnClick(true);
        retry.addClickListener(click -> start());
        cancel.setId("setup-cancel");
        change.setId("setup-change");
        change.addClickListener(click -> correct.accept(correction));
        Div actions = new Div(retry, change, cancel);
        actions.addClassName("actions");
        Stream.of(story, steps).forEach(part -> part.getElement().setAttribute("data-live", true));
        add(title, connection, story, failure, here, actions, incomplete, nextTry, hint, steps, announcer);
    }

    /** Starts the first synchronisation, or goes on with it where it was; the one that is going on when there is one. */
    void start() {
        synchroniser.start(Trigger.SETUP, user.get());
    }

    /** Shows how the first synchronisation stands. */
    void show(SyncStatus status, Instant now, Phrases phrases) {
        title.setText(phrases.text("setup.run.title"));
        hint.setText(phrases.text("setup.run.hint"));
        site.settings()
                .ifPresent(known -> connection.setText(phrases.text("setup.run.site", known.name(), known.url())));
        steps.show(status.steps(), now, phrases);
        story.show(status.newest(), now, phrases);
        failure.show(status.newest(), now, phrases);
        here.show(status, phrases);
        showRest(status, now, phrases);
        showButtons(status, phrases);
        announcer.show(status, phrases);
    }

    /** Between two runs the person must know that it is not over, and that it goes on without them. */
    private void showRest(SyncStatus status, Instant now, Phrases phrases) {
        boolean rests = status.current() == null;
        incomplete.setVisible(false);
        nextTry.show(rests && !status.paused() ? status.nextRunAt() : null, now, phrases);
        if (rests && status.nextRunAt() != null && !status.paused()) {
            incomplete.show(phrases.text("setup.incomplete"), phrases.text("setup.incomplete.next"));
        } else if (rests) {
            incomplete.show(phrases.text("setup.incomplete"), phrases.text("setup.incomplete.hint"));
        }
    }

    private void showButtons(SyncStatus status, Phrases phrases) {
        boolean running = status.current() != null;
        retry.setVisible(!running);
        retry.setEnabled(!running);
        retry.setText(phrases.text(wasStopped(status.last()) ? "setup.resume" : "setup.retry"));
        change.setVisible(!running);
        correction = correction(status.last());
        change.setText(phrases.text(correction == null ? "setup.change" : "cure." + correction.key()));
        // What has to be corrected first is not mended by trying again.
        retry.setThemeVariant(ButtonVariant.PRIMARY, correction == null);
        change.setThemeVariant(ButtonVariant.PRIMARY, correction != null);
    }

    /** What has to be corrected after a run, or null. */
    private static Cure correction(Run last) {
        Cure cure = last == null || last.error() == null
                ? null
                : Cure.of(last.error().code(), true);
        return cure != null && cure.corrects() ? cure : null;
    }

    private static boolean wasStopped(Run last) {
        return last == null || last.outcome() == Outcome.CANCELLED || last.outcome() == Outcome.INTERRUPTED;
    }
}
