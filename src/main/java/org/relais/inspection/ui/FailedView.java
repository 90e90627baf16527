package org.relais.inspection.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AttachmentType;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.provider.CallbackDataProvider;
import com.vaadin.flow.data.provider.Query;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.relais.catalogue.Action;
import org.relais.components.CardGrid;
import org.relais.components.Choice;
import org.relais.components.Glyph;
import org.relais.components.Notice;
import org.relais.inspection.SupportExport;
import org.relais.language.PhraseBook;
import org.relais.language.Phrases;
import org.relais.language.ReasonWords;
import org.relais.record.MissingRecord;
import org.relais.record.Outbox;
import org.relais.record.RecordStore;
import org.relais.record.SetAside;
import org.relais.record.SetAsideCount;
import org.relais.record.SetAsideFilter;
import org.relais.security.CurrentUser;
import org.relais.security.Permission;
import org.relais.sync.RunStatus;
import org.relais.sync.SyncStatus;
import org.relais.sync.Synchroniser;
import org.relais.sync.ui.StatusFeed;
import org.relais.sync.ui.SyncNowButton;

/** Records that came in and could not be integrated, and changes that cannot be sent: why, and what can be done about it. */
@Route("records/failed")
@RouteAlias("enregistrements/echecs")
@RouteAlias("registros/fallidos")
@PermitAll
@StyleSheet("assets/lookback.css")
class FailedView extends Section implements BeforeEnterObserver, LocaleChangeObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private final transient RecordStore store;
    private final transient Synchroniser synchroniser;
    private final transient StatusFeed feed;
    private final transient CurrentUser currentUser;
    private final transient PhraseBook phraseBook;
    private final transient ReasonWords words;
    private final transient Clock clock;
    private final boolean administrator;

    private final Anchor back = new Anchor("synchronisation");
    private final H1 title = new H1();
    private final Paragraph explanation = new Paragraph();
    private final Anchor export = new Anchor();
    private final Button retryAll = new Button();
    private final Notice retried = new Notice("records-retried", Glyph.CHECK, "calm");
    private final SyncNowButton syncNow;
    private final Notice ofRun = new Notice("records-of-run", Glyph.CLOCK, "calm");
    private final Anchor all = new Anchor("records/failed");
    private final H2 listTitle = new H2();
    private final TextField search = new TextField();
    private final Choice<Optional<String>> tables = new Choice<>(this::tableWord);
    private final Choice<Optional<String>> kinds = new Choice<>(this::kindWord);
    private final Paragraph count = new Paragraph();
    private final transient CallbackDataProvider<SetAside, Void> rows =
            new CallbackDataProvider<>(this::fetch, this::size, SetAside::number);
    private final CardGrid<SetAside> list = new CardGrid<>("records-failed", rows);
    private final UnsentPanel unsent;
    private transient volatile SetAsideFilter filter = SetAsideFilter.ALL;
    private transient RunStatus run;
    private transient Long lastRun;

    FailedView(
            RecordStore store,
            Outbox outbox,
            SupportExport supportExport,
            Synchroniser synchroniser,
            StatusFeed feed,
            SyncNowButton syncNow,
            CurrentUser currentUser,
            PhraseBook phraseBook,
            ReasonWords words,
            Clock clock) {
        this.store = store;
        this.synchroniser = synchroniser;
        this.feed = feed;
        this.syncNow = syncNow;
        this.currentUser = currentUser;
        this.phraseBook = phraseBook;
        this.words = words;
        this.clock = clock;
        this.administrator = currentUser.may(Permission.ADMINISTER_SERVER);
        this.unsent = new UnsentPanel(outbox, store, administrator);
        addClassNames("page", "lookback-page");
        add(header(supportExport), retried, ofRun, tools(), list, unsent);
        feed.follow(this, this::follow);
    }

    private Header header(SupportExport supportExport) {
        back.getElement().setAttribute("router-link", true);
        back.addClassName("back-link");
        explanation.addClassName("subtitle");
        retryAll.setId("records-retry-all");
        retryAll.setDisableOnClick(true);
        retryAll.addClickListener(click -> retryAll());
        export.setId("records-export");
        export.addClassName("link-button");
        export.setVisible(administrator);
        if (administrator) {
            export.setHref(new ExportDownload(supportExport, currentUser, () -> filter), AttachmentType.DOWNLOAD);
        }
        syncNow.setId("records-sync-now");
        syncNow.addClickListener(click -> synchronising());
        retried.getElement().setAttribute("role", "status");
        retried.add(syncNow);
        all.addClassName("link-button");
        all.getElement().setAttribute("router-link", true);
        ofRun.add(all);
        Div actions = new Div(retryAll, export);
        actions.addClassName("actions");
        Header header = new Header(new Div(back, title, explanation), actions);
        header.addClassName("page-head");
        return header;
    }

    private Div tools() {
        search.setId("records-search");
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(change -> narrow(filter.table(), filter.kind(), change.getValue()));
        tables.setId("records-table");
        tables.onChoice(chosen -> narrow(chosen.orElse(null), filter.kind(), filter.text()));
        kinds.setId("records-kind");
        kinds.onChoice(chosen -> narrow(filter.table(), chosen.orElse(null), filter.text()));
        count.setId("records-count");
        count.addClassName("soft");
        count.getElement().setAttribute("role", "status");
        Div tools = new Div(listTitle, search, tables, kinds, count);
        tools.addClassName("list-tools");
        return tools;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        run = event.getLocation()
                .getQueryParameters()
                .getSingleParameter("run")
                .flatMap(FailedView::number)
                .flatMap(synchroniser::run)
                .orElse(null);
        filter = run == null ? SetAsideFilter.ALL : SetAsideFilter.cameBetween(run.startedAt(), run.finishedAt());
        search.clear();
        showAll();
    }

    private static Optional<Long> number(String text) {
        try {
            return Optional.of(Long.valueOf(text));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    @Override
    protected void onAttach(AttachEvent event) {
        showAll();
    }

    @Override
    public void localeChange(LocaleChangeEvent event) {
        showAll();
    }

    private void showAll() {
        getUI().ifPresent(page -> {
            Phrases phrases = phraseBook.of(page);
            back.setText(phrases.text("history.back"));
            title.setText(phrases.text("records.failed.title"));
            explanation.setText(phrases.text("records.failed.hint"));
            listTitle.setText(phrases.text("records.received"));
            retryAll.setText(phrases.text("records.retry.all"));
            export.setText(phrases.text("records.export"));
            all.setText(phrases.text("records.of-run.all"));
            search.setPlaceholder(phrases.text("records.search"));
            search.setAriaLabel(phrases.text("records.search"));
            tables.setAriaLabel(phrases.text("records.filter.table"));
            kinds.setAriaLabel(phrases.text("records.filter.kind"));
            list.look(
                    grid -> columns(grid, pieces(page)),
                    phrases.text("records.received"),
                    aside -> card(aside, pieces(page)));
            refresh(page);
        });
    }

    private AsideList pieces(UI page) {
        return new AsideList(phraseBook.of(page), clock.instant(), words);
    }

    private void columns(Grid<SetAside> grid, AsideList pieces) {
        Phrases phrases = pieces.phrases();
        grid.addComponentColumn(aside -> new RecordName(aside.table(), aside.id()))
                .setHeader(phrases.text("records.column.record"))
                .setFlexGrow(3);
        grid.addComponentColumn(aside -> pieces.why(aside.reason(), aside.retriesItself()))
                .setHeader(phrases.text("records.column.why"))
                .setFlexGrow(4);
        grid.addComponentColumn(aside -> pieces.since(aside.since()))
                .setHeader(phrases.text("records.column.came"))
                .setFlexGrow(2);
        AsideList.end(grid.addComponentColumn(aside -> pieces.details(aside.id(), () -> open(aside.number())))
                .setHeader(phrases.text("records.column.more")));
    }

    private Div card(SetAside aside, AsideList pieces) {
        return AsideList.card(
                new RecordName(aside.table(), aside.id()),
                pieces.why(aside.reason(), aside.retriesItself()),
                pieces.since(aside.since()),
                pieces.details(aside.id(), () -> open(aside.number())));
    }

    private void narrow(String table, String kind, String text) {
        filter = new SetAsideFilter(table, kind, text.strip(), filter.from(), filter.until());
        getUI().ifPresent(this::refreshList);
    }

    /** A run that ended may have integrated some, and set aside others. */
    private void follow(SyncStatus status) {
        Long now = status.last() == null ? null : Long.valueOf(status.last().id());
        boolean first = lastRun == null;
        boolean another = now != null && !now.equals(lastRun);
        lastRun = now;
        if (another && !first) {
            getUI().ifPresent(this::refresh);
        }
    }

    private void refresh(UI page) {
        Phrases phrases = phraseBook.of(page);
        List<SetAsideCount> counts = store.setAsideCounts();
        tables.offer(options(counts, SetAsideCount::table), Optional.ofNullable(filter.table()));
        kinds.offer(options(counts, SetAsideCount::kind), Optional.ofNullable(filter.kind()));
        boolean any = !counts.isEmpty();
        search.setVisible(any);
        tables.setVisible(any);
        kinds.setVisible(any);
        ofRun.setVisible(false);
        if (run != null) {
            ofRun.show(
                    phrases.text("records.of-run", phrases.moment(run.startedAt(), clock.instant())),
                    phrases.text("records.of-run.hint"));
        }
        refreshList(page);
        unsent.show(pieces(page));
    }

    private static List<Optional<String>> options(
            List<SetAsideCount> counts, Function<SetAsideCount, String> property) {
        return Stream.concat(
                        Stream.of(Optional.<String>empty()),
                        counts.stream().map(property).distinct().sorted().map(Optional::of))
                .toList();
    }

    private void refreshList(UI page) {
        Phrases phrases = phraseBook.of(page);
        long found = store.setAsideCount(filter);
        count.setText(phrases.text("records.count", found));
        retryAll.setVisible(found > 0);
        list.size(
                found,
                phrases.text(filter.equals(SetAsideFilter.ALL) ? "records.failed.empty" : "records.failed.not-found"));
        rows.refreshAll();
    }

    private Stream<SetAside> fetch(Query<SetAside, Void> page) {
        return store.setAside(filter, page.getOffset(), page.getLimit()).stream();
    }

    private int size(Query<SetAside, Void> page) {
        return Math.toIntExact(store.setAsideCount(filter));
    }

    private void open(long number) {
        UI page = getUI().orElseThrow();
        Optional<SetAside> present = store.setAside(number);
        if (present.isEmpty()) {
            tell(getTranslation("records.gone"));
            refresh(page);
            return;
        }
        open(present.get(), pieces(page));
    }

    private void open(SetAside aside, AsideList pieces) {
        Phrases phrases = pieces.phrases();
        RecordDialog dialog = new RecordDialog(aside.table(), aside.id(), phrases);
        dialog.fact("records.column.came", phrases.moment(aside.since(), pieces.now()));
        dialog.fact("records.column.action", phrases.text(actionKey(aside.action())));
        dialog.fact("records.column.why", words.text(aside.reason(), phrases.locale()));
        if (aside.reason().missingRecord().isEmpty() && aside.reason().detail() != null) {
            dialog.fact("records.column.detail", aside.reason().detail());
        }
        aside.reason().missingRecord().ifPresent(missing -> explain(missing, dialog, pieces));
        dialog.sentence("record-advice", words.advice(aside.reason(), phrases.locale()));
        if (!aside.retriesItself()) {
            Button retry = new Button(phrases.text("records.retry"), click -> {
                dialog.close();
                retry(aside);
            });
            retry.setId("record-retry");
            retry.addThemeVariants(ButtonVariant.PRIMARY);
            dialog.action(retry);
        }
        if (administrator) {
            store.setAsideText(aside.number()).ifPresent(json -> dialog.record("records.dialog.json", json));
        }
        dialog.open();
    }

    private static String actionKey(Action action) {
        return switch (action) {
            case UPSERT -> "records.action.upsert";
            case DELETE -> "records.action.delete";
            case MERGE -> "records.action.merge";
        };
    }

    /** What became of the record that is waited for. */
    private void explain(MissingRecord missing, RecordDialog dialog, AsideList pieces) {
        Phrases phrases = pieces.phrases();
        Optional<SetAside> itself = store.setAside(missing.table(), missing.id());
        if (itself.isPresent()) {
            dialog.sentence(
                    "record-missing",
                    phrases.text(
                            "records.missing.aside", words.text(itself.get().reason(), phrases.locale())));
            Button show = new Button(phrases.text("records.missing.show"), click -> {
                dialog.close();
                open(itself.get().number());
            });
            show.setId("record-missing-show");
            dialog.action(show);
        } else {
            boolean here = store.find(missing.table(), missing.id()).isPresent();
            dialog.sentence("record-missing", phrases.text(here ? "records.missing.here" : "records.missing.away"));
        }
    }

    private void retry(SetAside aside) {
        if (store.retry(aside.number())) {
            offerToSynchronise(1);
        } else {
            tell(getTranslation("records.retry.no"));
        }
        getUI().ifPresent(this::refresh);
    }

    private void retryAll() {
        long good = store.retryAll();
        if (good > 0) {
            offerToSynchronise(good);
        } else {
            tell(getTranslation("records.retry.none"));
        }
        retryAll.setEnabled(true);
        getUI().ifPresent(this::refresh);
    }

    private void offerToSynchronise(long records) {
        retried.show(getTranslation("records.retry.good", records), getTranslation("records.retry.good.hint"));
        syncNow.setVisible(true);
    }

    private void synchronising() {
        retried.show(getTranslation("sync.running"), null);
        syncNow.setVisible(false);
    }

    private String tableWord(Optional<String> table) {
        return table.orElseGet(() -> getTranslation("records.filter.table.all"));
    }

    private String kindWord(Optional<String> kind) {
        return kind.map(one -> words.title(one, getLocale()))
                .orElseGet(() -> getTranslation("records.filter.kind.all"));
    }

    private static void tell(String text) {
        Notification.show(text, 5000, Notification.Position.BOTTOM_END);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("records.failed.title") + " · " + getTranslation("app.name");
    }
}
