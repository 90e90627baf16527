package org.relais.administration.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.time.Clock;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.relais.catalogue.CentralServer;
import org.relais.central.CentralFailure;
import org.relais.central.FailureCode;
import org.relais.components.Glyph;
import org.relais.components.Notice;
import org.relais.language.FailureWords;
import org.relais.language.PhraseBook;
import org.relais.language.Phrases;
import org.relais.settings.Settings;
import org.relais.site.InvalidSite;
import org.relais.site.Site;
import org.relais.site.SiteAccess;
import org.relais.site.SiteDraft;
import org.relais.site.SiteMismatch;
import org.relais.site.SiteProblem;
import org.relais.site.SiteReport;
import org.relais.sync.Failure;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/**
 * The central server and the site's account there. The servers are asked in the background: that takes up to some twenty seconds
 * when one of them is out of reach, and the page stays alive meanwhile.
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
    private final Button save = new Button();
    private final ConnectionReport report;
    private final SavedLine saved = new SavedLine("connection-saved");
    private transient Consumer<Phrases> told = phrases -> {};
    private transient Set<SiteProblem> problems = Set.of();

    ConnectionPanel(
            SiteAccess access,
            Site site,
            Settings settings,
            FailureWords failures,
            PhraseBook phraseBook,
            Clock clock) {
        super("connection", phraseBook);
        this.access = access;
        this.site = site;
        this.settings = settings;
        this.clock = clock;
        this.report = new ConnectionReport(failures);
        test.setId("connection-test");
        test.addClickListener(click -> ask(access::test, this::tell));
        save.setId("connection-save");
        save.addThemeVariants(ButtonVariant.PRIMARY);
        save.addClickListener(click -> ask(access::connect, this::saved));
        fields.onChange(() -> {
            problems = Set.of();
            saved.forget();
        });
        Div actions = new Div(save, test);
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
        save.setText(phrases.text("settings.save"));
        boolean comesBack = Stream.of("relais.site.central-url", "relais.site.name", "relais.site.password")
                .anyMatch(name -> settings.configured(name).isPresent());
        configured.setVisible(comesBack);
        if (comesBack) {
            configured.show(phrases.text("settings.connection.configured"), null);
        }
        told.accept(phrases);
        fields.show(problems, phrases);
        saved.translate(phrases);
    }

    private void ask(Function<SiteDraft, SiteReport> question, Consumer<SiteReport> answered) {
        UI page = getUI().orElseThrow();
        SiteDraft draft = fields.draft();
        saved.forget();
        tell(report::showAsking);
        askable(false);
        Thread.ofVirtual().name("site-access").start(() -> {
            Runnable outcome = outcome(question, draft, answered);
            try {
                page.access(() -> {
                    askable(true);
                    outcome.run();
                });
            } catch (UIDetachedException left) {
                // The person has closed the page; what was saved is saved.
            }
        });
    }

    /** Asks, and says what the page is to do with the answer. */
    private Runnable outcome(Function<SiteDraft, SiteReport> question, SiteDraft draft, Consumer<SiteReport> answered) {
        try {
            SiteReport answer = question.apply(draft);
            return () -> answered.accept(answer);
        } catch (InvalidSite invalid) {
            return () -> {
                report.setVisible(false);
                problems = invalid.problems();
                tell(phrases -> {});
                fields.show(problems, phrases());
            };
        } catch (CentralFailure refused) {
            return () -> tell(Failure.of(refused, clock.instant()));
        } catch (SiteMismatch mismatch) {
            return () -> tell(new Failure(
                    FailureCode.SITE_MISMATCH, CentralServer.LEGACY, null, mismatch.getMessage(), clock.instant()));
        } catch (RuntimeException fault) {
            return () -> {
                report.setVisible(false);
                throw fault;
            };
        }
    }

    private void saved(SiteReport answer) {
        tell(answer);
        site.settings().ifPresent(fields::fill);
        fields.translate(phrases(), true);
        saved.say("settings.connection.saved", phrases());
    }

    private void tell(SiteReport answer) {
        tell(phrases -> report.show(answer, clock.instant(), phrases));
    }

    private void tell(Failure failure) {
        tell(phrases -> report.show(failure, clock.instant(), phrases));
    }

    /** Says it now, and again in another language when the page's is changed. */
    private void tell(Consumer<Phrases> words) {
        told = words;
        words.accept(phrases());
    }

    private void askable(boolean may) {
        test.setEnabled(may);
        save.setEnabled(may);
    }
}
