package org.relais.administration.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.time.Clock;
import java.util.function.Function;
import org.relais.components.Glyph;
import org.relais.components.Notice;
import org.relais.language.FailureWords;
import org.relais.language.PhraseBook;
import org.relais.language.Phrases;
import org.relais.security.CurrentUser;
import org.relais.settings.Settings;
import org.relais.site.Site;
import org.relais.site.SiteAccess;
import org.relais.site.SiteDraft;
import org.relais.site.SiteReport;
import org.relais.sync.Failures;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/**
 * The central server and the site's account there. The servers are asked in the background: that takes up to some twenty seconds
 * when one of them is out of reach, and the page stays alive meanwhile, and the person can stop waiting.
 */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class ConnectionPanel extends SettingsPanel {

    private static final long serialVersionUID = 1L;

    private final transient SiteAccess access;
    private final transient Site site;
    private final transient Settings settings;
    private final transient Clock clock;
    private final Notice configured = new Notice("connection-configured", Glyph.INFO, "calm");
    private final SiteFields fields = new SiteFields();
    private final Button test = new Button();
    private final Button stop = new Button();
    private final Button save = new Button();
    private final ConnectionReport report;
    private final SavedLine saved = new SavedLine("connection-saved");
    private final transient ConnectionQuestion question;
    private transient ConnectionReply reply;

    ConnectionPanel(
            SiteAccess access,
            Site site,
            Settings settings,
            FailureWords words,
            Failures failures,
            CurrentUser person,
            PhraseBook phraseBook,
            Clock clock) {
        super("connection", phraseBook, person);
        this.access = access;
        this.site = site;
        this.settings = settings;
        this.clock = clock;
        this.report = new ConnectionReport(words);
        this.question = new ConnectionQuestion(failures, person);
        test.setId("connection-test");
        test.addClickListener(click -> ask(access::test, () -> {}));
        stop.setId("connection-stop");
        stop.addClickListener(click -> takeBack());
        save.setId("connection-save");
        save.addThemeVariants(ButtonVariant.PRIMARY);
        save.addClickListener(click -> ask(access::connect, this::saved));
        fields.onChange(() -> {
            forgetMistyped();
            saved.forget();
        });
        Div actions = new Div(save, test, stop);
        actions.addClassName("actions");
        addFields(configured, fields, actions, report, saved);
    }

    @Override
    void fill(Phrases phrases) {
        site.settings().ifPresent(fields::fill);
    }

    @Override
    boolean changed() {
        return fields.changed(site.settings());
    }

    @Override
    void translate(Phrases phrases) {
        super.translate(phrases);
        fields.translate(phrases, site.configured());
        test.setText(phrases.text("connection.test"));
        stop.setText(phrases.text("connection.stop"));
        save.setText(phrases.text("settings.save"));
        boolean comesBack = Site.SITE_SETTINGS.stream()
                .anyMatch(name -> settings.configured(name).isPresent());
        configured.setVisible(comesBack);
        if (comesBack) {
            configured.show(phrases.text("settings.connection.configured"), null);
        }
        showReply(phrases);
        saved.translate(phrases);
    }

    /** A field that is being mended is not called wrong again when the page's language changes. */
    private void forgetMistyped() {
        if (reply instanceof ConnectionReply.Mistyped) {
            reply = null;
        }
    }

    private void ask(Function<SiteDraft, SiteReport> what, Runnable accepted) {
        if (question.isAsking()) {
            return;
        }
        SiteDraft draft = fields.draft();
        getUI().ifPresent(page -> {
            reply = null;
            saved.forget();
            question.ask(page, () -> what.apply(draft), answer -> replied(answer, accepted));
            showReply(phrases());
        });
    }

    private void takeBack() {
        question.takeBack();
        showReply(phrases());
    }

    /** A person who has left the page is told nothing; what was saved is saved. */
    private void replied(ConnectionReply answer, Runnable accepted) {
        reply = answer;
        getUI().ifPresent(page -> {
            showReply(phrases());
            if (answer instanceof ConnectionReply.Found) {
                accepted.run();
            }
        });
    }

    private void saved() {
        site.settings().ifPresent(fields::fill);
        fields.translate(phrases(), true);
        saved.say("settings.connection.saved", phrases());
    }

    /** Also says it again in another language when the page's is changed. */
    private void showReply(Phrases phrases) {
        boolean waits = question.isAsking();
        stop.setVisible(waits);
        save.setEnabled(!waits);
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
