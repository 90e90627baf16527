package org.relais.administration.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
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
import org.relais.run.ui.RunStory;
import org.relais.site.Site;
import org.relais.sync.SyncStatus;
import org.relais.sync.Synchroniser;
import org.relais.sync.ui.Announcer;
import org.relais.sync.ui.CancelButton;

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
    private final FailureLine failure;
    private final Notice incomplete = new Notice("setup-incomplete", Glyph.WAITING, "calm");
    private final Button retry = new Button();
    private final CancelButton cancel;
    private final Button change = new Button();
    private final Announcer announcer = new Announcer();

    /**
     * The stage of one page.
     *
     * @param user who is in front of it
     * @param correct what happens when the person wants to correct the connection
     */
    FirstRunStage(
            Synchroniser synchroniser,
            Site site,
            FailureWords words,
            CancelButton cancel,
            Supplier<String> user,
            Runnable correct) {
        this.synchroniser = synchroniser;
        this.site = site;
        this.cancel = cancel;
        this.user = user;
        this.steps = new FoldedSteps(words);
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
        change.addClickListener(click -> correct.run());
        Div actions = new Div(retry, change, cancel);
        actions.addClassName("actions");
        add(title, connection, story, failure, incomplete, actions, hint, steps, announcer);
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
        story.show(status.newest(), phrases);
        failure.show(status.newest(), now, phrases);
        showRest(status, now, phrases);
        showButtons(status, phrases);
        announcer.show(status, phrases);
    }

    /** Between two runs the person must know that it is not over, and that it goes on without them. */
    private void showRest(SyncStatus status, Instant now, Phrases phrases) {
        boolean rests = status.current() == null;
        incomplete.setVisible(false);
        if (rests && status.nextRunAt() != null && !status.paused()) {
            incomplete.show(
                    phrases.text("setup.incomplete"),
                    phrases.text("setup.incomplete.next", phrases.relative(status.nextRunAt(), now)));
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
        Optional<Cure> correction = correction(status.last());
        change.setText(correction
                .map(cure -> phrases.text("cure." + cure.key()))
                .orElseGet(() -> phrases.text("setup.change")));
        // What has to be corrected first is not mended by trying again.
        retry.setThemeVariant(ButtonVariant.PRIMARY, correction.isEmpty());
        change.setThemeVariant(ButtonVariant.PRIMARY, correction.isPresent());
    }

    private static Optional<Cure> correction(Run last) {
        return Optional.ofNullable(last)
                .map(Run::error)
                .map(failure -> Cure.of(failure.code(), true))
                .filter(Cure::corrects);
    }

    private static boolean wasStopped(Run last) {
        return last == null || last.outcome() == Outcome.CANCELLED || last.outcome() == Outcome.INTERRUPTED;
    }
}
