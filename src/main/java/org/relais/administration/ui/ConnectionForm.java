package org.relais.administration.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import java.time.Clock;
import java.util.function.Consumer;
import java.util.function.Function;
import org.relais.language.Draft;
import org.relais.language.FailureWords;
import org.relais.language.PhraseBook;
import org.relais.language.Phrases;
import org.relais.site.SiteAccess;
import org.relais.site.SiteDraft;
import org.relais.site.SiteReport;
import org.relais.site.SiteSettings;

/**
 * The fields of a connection, the buttons that try it out and that keep it, and what came of asking the central servers. They
 * are asked in the background: that takes up to some twenty seconds when one of them is out of reach, and the person can stop waiting.
 */
class ConnectionForm extends Div {

    private final PhraseBook phraseBook;
    private final Clock clock;
    private final ConnectionQuestion question;
    private final SiteFields fields = new SiteFields();
    private final Draft draft = new Draft("connection");
    private final Button connect;
    private final Button test = new Button();
    private final Button stop = new Button();
    private final SaveBar bar;
    private final ConnectionReport report;
    private ConnectionReply reply;

    /**
     * An empty form.
     *
     * @param connect the button that keeps the connection; its words are its owner's
     * @param connected is told what was asked for when the central server has accepted the site and the connection is kept
     */
    ConnectionForm(
            SiteAccess access,
            ConnectionQuestion question,
            FailureWords words,
            PhraseBook phraseBook,
            Clock clock,
            Button connect,
            Consumer<SiteDraft> connected) {
        this.question = question;
        this.phraseBook = phraseBook;
        this.clock = clock;
        this.connect = connect;
        this.report = new ConnectionReport(words);
        addClassName("form-fields");
        fields.onChange(this::forgetReply);
        connect.addThemeVariants(ButtonVariant.PRIMARY);
        connect.addClickListener(click -> ask(access::connect, asked -> {
            connected.accept(asked);
            draft.saved();
        }));
        connect.addClickShortcut(Key.ENTER).listenOn(fields);
        test.setId("connection-test");
        test.addClickListener(click -> ask(access::test, asked -> {}));
        stop.setId("connection-stop");
        stop.addClickListener(click -> takeBack());
        bar = new SaveBar("connection", connect, test, stop);
        fields.addComponentAsFirst(draft);
        add(fields, report, bar);
    }

    SiteFields fields() {
        return fields;
    }

    SaveBar bar() {
        return bar;
    }

    /** Puts a further button behind the others. */
    void addAction(Button button) {
        bar.add(button);
    }

    /** Fills in what is known, and forgets what came of asking. */
    void fill(SiteSettings known) {
        reply = null;
        fields.fill(known);
    }

    /** What was typed is not wanted any more. */
    void forgetDraft() {
        draft.saved();
    }

    /** Says everything in a language; {@code passwordKnown} tells that the password may stay empty. */
    void translate(Phrases phrases, boolean passwordKnown) {
        fields.translate(phrases, passwordKnown);
        test.setText(phrases.text("connection.test"));
        stop.setText(phrases.text("connection.stop"));
        bar.translate(phrases);
        showReply(phrases);
    }

    /** Nobody waits for an answer any more. */
    void takeBack() {
        question.takeBack();
        getUI().map(phraseBook::of).ifPresent(this::showReply);
    }

    /** What was said of other words than those that stand there now is not true of them. */
    private void forgetReply() {
        if (!question.isAsking()) {
            reply = null;
            report.setVisible(false);
        }
    }

    private void ask(Function<SiteDraft, SiteReport> what, Consumer<SiteDraft> accepted) {
        if (question.isAsking()) {
            return;
        }
        SiteDraft asked = fields.draft();
        getUI().ifPresent(page -> {
            reply = null;
            question.ask(page, () -> what.apply(asked), answer -> replied(answer, () -> accepted.accept(asked)));
            showReply(phraseBook.of(page));
            report.lookAtIt();
        });
    }

    /** A person who has left the page is told nothing; what was kept is kept. */
    private void replied(ConnectionReply answer, Runnable accepted) {
        reply = answer;
        getUI().map(phraseBook::of).ifPresent(phrases -> {
            showReply(phrases);
            if (answer instanceof ConnectionReply.Found) {
                accepted.run();
            }
            report.lookAtIt();
        });
    }

    /** Also says it again in another language when the page's is changed. */
    private void showReply(Phrases phrases) {
        boolean waits = question.isAsking();
        stop.setVisible(waits);
        connect.setEnabled(!waits);
        test.setEnabled(!waits);
        if (waits) {
            report.showAsking(phrases);
            return;
        }
        report.setVisible(false);
        switch (reply) {
            case ConnectionReply.Found found -> report.show(found.report(), clock.instant(), phrases);
            case ConnectionReply.Failed failed -> report.show(failed.failure(), clock.instant(), phrases);
            case ConnectionReply.Mistyped mistyped -> fields.show(mistyped.problems(), phrases);
            case null -> {}
        }
    }
}
