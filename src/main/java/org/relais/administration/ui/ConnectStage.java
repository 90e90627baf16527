package org.relais.administration.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import java.time.Clock;
import java.util.function.Function;
import org.relais.language.FailureWords;
import org.relais.language.PhraseBook;
import org.relais.language.Phrases;
import org.relais.security.CurrentUser;
import org.relais.site.Site;
import org.relais.site.SiteAccess;
import org.relais.site.SiteDraft;
import org.relais.site.SiteReport;
import org.relais.sync.Failures;

/** The first stage: which central server, which site, and whether they know each other. */
class ConnectStage extends Div {

    private static final long serialVersionUID = 1L;

    private final transient Site site;
    private final transient PhraseBook phraseBook;
    private final transient Clock clock;
    private final transient ConnectionQuestion question;

    private final H2 title = new H2();
    private final Paragraph hint = new Paragraph();
    private final SiteFields fields = new SiteFields();
    private final ConnectionReport report;
    private final Button start = new Button();
    private final Button test = new Button();
    private final Button stop = new Button();
    private final Button back = new Button();
    private transient ConnectionReply reply;

    /**
     * A form as empty as the site is new.
     *
     * @param connected what happens when the central server has accepted the site and its credentials are kept
     * @param unchanged what happens when the person goes back without a change
     */
    ConnectStage(
            SiteAccess access,
            Site site,
            PhraseBook phraseBook,
            FailureWords words,
            Failures failures,
            CurrentUser person,
            Clock clock,
            Runnable connected,
            Runnable unchanged) {
        this.site = site;
        this.phraseBook = phraseBook;
        this.clock = clock;
        this.question = new ConnectionQuestion(failures, person);
        this.report = new ConnectionReport(words);
        setId("setup-connect");
        addClassName("setup-stage-panel");
        hint.addClassName("soft");
        start.setId("setup-start");
        start.addThemeVariants(ButtonVariant.PRIMARY);
        start.addClickListener(click -> ask(access::connect, connected));
        start.addClickShortcut(Key.ENTER).listenOn(fields);
        test.setId("connection-test");
        test.addClickListener(click -> ask(access::test, () -> {}));
        stop.setId("connection-stop");
        stop.addClickListener(click -> takeBack());
        back.setId("setup-back");
        back.addThemeVariants(ButtonVariant.TERTIARY);
        back.addClickListener(click -> {
            takeBack();
            unchanged.run();
        });
        Div actions = new Div(start, test, stop, back);
        actions.addClassName("actions");
        add(title, hint, fields, report, actions);
    }

    /** Fills in what the site has, for a person who wants to correct it. */
    void correct() {
        reply = null;
        site.settings().ifPresent(fields::fill);
    }

    /** Says everything in a language; {@code mayGoBack} tells that there is a connection that can stay as it is. */
    void show(boolean mayGoBack, Phrases phrases) {
        title.setText(phrases.text("setup.connect.title"));
        hint.setText(phrases.text("setup.connect.hint"));
        fields.translate(phrases, site.configured());
        start.setText(phrases.text("setup.start"));
        test.setText(phrases.text("connection.test"));
        stop.setText(phrases.text("connection.stop"));
        back.setText(phrases.text("setup.back"));
        back.setVisible(mayGoBack);
        showReply(phrases);
    }

    private void ask(Function<SiteDraft, SiteReport> what, Runnable accepted) {
        if (question.isAsking()) {
            return;
        }
        SiteDraft draft = fields.draft();
        getUI().ifPresent(page -> {
            reply = null;
            question.ask(page, () -> what.apply(draft), answer -> replied(answer, accepted));
            showReply(phraseBook.of(page));
        });
    }

    private void takeBack() {
        question.takeBack();
        getUI().map(phraseBook::of).ifPresent(this::showReply);
    }

    private void replied(ConnectionReply answer, Runnable accepted) {
        reply = answer;
        getUI().map(phraseBook::of).ifPresent(this::showReply);
        if (answer instanceof ConnectionReply.Found) {
            accepted.run();
        }
    }

    private void showReply(Phrases phrases) {
        boolean waits = question.isAsking();
        stop.setVisible(waits);
        start.setEnabled(!waits);
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
