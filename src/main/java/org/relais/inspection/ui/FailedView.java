package org.relais.inspection.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AttachmentType;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.function.BooleanSupplier;
import org.relais.components.Glyph;
import org.relais.components.Notice;
import org.relais.inspection.RecordTitles;
import org.relais.inspection.SupportExport;
import org.relais.language.PhraseBook;
import org.relais.language.Phrases;
import org.relais.language.ReasonWords;
import org.relais.language.RecordWords;
import org.relais.language.TitledPage;
import org.relais.people.CurrentUser;
import org.relais.people.Permission;
import org.relais.record.Outbox;
import org.relais.record.RecordStore;
import org.relais.record.SetAsideFilter;
import org.relais.record.SetAsideTotal;
import org.relais.run.Run;
import org.relais.run.Runs;
import org.relais.run.ui.AddressedRun;
import org.relais.sync.SyncStatus;
import org.relais.sync.ui.StatusFeed;
import org.relais.sync.ui.SyncNowButton;

/** Records that came in and could not be integrated, and changes that cannot be sent: why, and what can be done about it. */
@Route("records/failed")
@RouteAlias("enregistrements/echecs")
@RouteAlias("registros/fallidos")
@PermitAll
@StyleSheet("assets/lookback.css")
class FailedView extends TitledPage implements BeforeEnterObserver {

    private final Runs runs;
    private final RecordStore store;
    private final ReasonWords words;
    private final RecordWords records;
    private final Clock clock;

    private final Paragraph explanation = new Paragraph();
    private final Notice standing = new Notice("records-standing", Glyph.ALERT, "warn");
    private final Anchor export = new Anchor();
    private final Anchor trace = new Anchor(TraceView.PATH);
    private final Button retryAll = new Button();
    private final Notice ofRun = new Notice("records-of-run", Glyph.CLOCK, "calm");
    private final Anchor all = new Anchor("records/failed");
    private final RetryNotice retried;
    private final SetAsideList received;
    private final UnsentPanel unsent;
    private Run run;
    private Long lastRun;
    private boolean followed;

    FailedView(
            RecordStore store,
            RecordTitles titles,
            Outbox outbox,
            SupportExport supportExport,
            Runs runs,
            StatusFeed feed,
            SyncNowButton syncNow,
            CurrentUser currentUser,
            PhraseBook phraseBook,
            ReasonWords words,
            RecordWords records,
            Clock clock) {
        super(phraseBook, "records.failed.title", "synchronisation", "history.back");
        this.runs = runs;
        this.store = store;
        this.words = words;
        this.records = records;
        this.clock = clock;
        BooleanSupplier administrator = () -> currentUser.may(Permission.ADMINISTER_SERVER);
        retried = new RetryNotice(store, syncNow, this::refresh);
        received = new SetAsideList(
                store,
                titles,
                new RecordInquiry(store, retried, this::pieces, this::refresh, administrator),
                this::pieces,
                found -> retryAll.setVisible(found > 0));
        unsent = new UnsentPanel(outbox, store, titles, administrator);
        export.setVisible(administrator.getAsBoolean());
        trace.setVisible(administrator.getAsBoolean());
        export.setHref(new ExportDownload(supportExport, currentUser, received::filter), AttachmentType.DOWNLOAD);
        addClassName("lookback-page");
        head();
        standing.getElement().setAttribute("role", "status");
        add(retried, ofRun, standing, received, unsent);
        feed.follow(this, this::follow);
    }

    private void head() {
        retryAll.setId("records-retry-all");
        retryAll.setDisableOnClick(true);
        retryAll.addClickListener(click -> {
            retried.retryAll();
            retryAll.setEnabled(true);
        });
        export.setId("records-export");
        export.addClassName("link-button");
        all.addClassName("link-button");
        all.getElement().setAttribute("router-link", true);
        ofRun.add(all);
        subtitle(explanation);
        trace.addClassName("link-button");
        trace.getElement().setAttribute("router-link", true);
        actions(retryAll, export, trace);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        run = event.getLocation()
                .getQueryParameters()
                .getSingleParameter("run")
                .flatMap(number -> AddressedRun.find(runs, number))
                .orElse(null);
        received.begin(
                run == null ? SetAsideFilter.ALL : SetAsideFilter.cameBetween(run.startedAt(), run.finishedAt()));
        say();
    }

    @Override
    protected void translate(Phrases phrases) {
        explanation.setText(phrases.text("records.failed.hint"));
        retryAll.setText(phrases.text("records.retry.all"));
        export.setText(phrases.text("records.export"));
        trace.setText(phrases.text("trace.title"));
        all.setText(phrases.text("records.of-run.all"));
        received.translate();
        refresh();
    }

    private AsideList pieces() {
        return new AsideList(phrases(), clock.instant(), words, records);
    }

    /** A run that ended may have integrated some, and set aside others. */
    private void follow(SyncStatus status) {
        Long now = status.last() == null ? null : Long.valueOf(status.last().id());
        if (followed && now != null && !now.equals(lastRun)) {
            refresh();
        }
        followed = true;
        lastRun = now;
    }

    /** The number that every other page tells too. */
    private void showStanding(Phrases phrases) {
        SetAsideTotal total = store.setAsideTotal();
        boolean calm = total.toReport() == 0;
        standing.look(calm ? Glyph.SYNC : Glyph.ALERT, calm ? "calm" : "warn");
        standing.show(phrases.text("set-aside.total", total.toReport(), total.waiting()), null);
        standing.setVisible(total.all() > 0);
    }

    private void refresh() {
        AsideList now = pieces();
        ofRun.setVisible(false);
        if (run != null) {
            ofRun.show(
                    now.phrases().text("records.of-run", now.phrases().moment(run.startedAt(), now.now())),
                    now.phrases().text("records.of-run.hint"));
        }
        showStanding(now.phrases());
        received.refresh();
        unsent.show(now);
    }
}
