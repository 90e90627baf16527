package org.relais.inspection.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.relais.catalogue.Action;
import org.relais.catalogue.RecordKey;
import org.relais.components.Passing;
import org.relais.language.Phrases;
import org.relais.record.RecordStore;
import org.relais.record.SetAside;

/** Tells all about one record that was set aside, and lets a person have it tried again. */
class RecordInquiry {

    private final RecordStore store;
    private final RetryNotice retries;
    private final Supplier<AsideList> pieces;
    private final Runnable gone;
    private final BooleanSupplier administrator;

    /**
     * Asks after records of the store.
     *
     * @param pieces the words of the moment
     * @param gone run where a record that is asked for is there no more
     * @param administrator whether the record itself, and what quotes it, may be seen; asked each time
     */
    RecordInquiry(
            RecordStore store,
            RetryNotice retries,
            Supplier<AsideList> pieces,
            Runnable gone,
            BooleanSupplier administrator) {
        this.store = store;
        this.retries = retries;
        this.pieces = pieces;
        this.gone = gone;
        this.administrator = administrator;
    }

    /** Opens the dialog about the record with this number. */
    void open(long number) {
        store.setAside(number).ifPresentOrElse(aside -> open(aside, pieces.get()), this::tellThatItIsGone);
    }

    private void tellThatItIsGone() {
        Passing.tell(pieces.get().phrases().text("records.gone"));
        gone.run();
    }

    private void open(SetAside aside, AsideList now) {
        Phrases phrases = now.phrases();
        RecordDialog dialog = new RecordDialog(aside.key(), now);
        dialog.fact("records.column.came", phrases.moment(aside.since(), now.now()));
        dialog.fact("records.column.action", phrases.text(actionKey(aside.action())));
        dialog.fact("records.column.why", now.words().text(aside.reason(), phrases.locale()));
        boolean mayRead = administrator.getAsBoolean();
        if (mayRead
                && aside.reason().missingRecord().isEmpty()
                && aside.reason().detail() != null) {
            dialog.fact("records.column.detail", aside.reason().detail());
        }
        aside.reason().missingRecord().ifPresent(missing -> explain(missing, dialog, now));
        dialog.sentence("record-advice", now.words().advice(aside.reason(), phrases.locale()));
        if (!aside.retriesItself()) {
            Button retry = new Button(phrases.text("records.retry"), click -> {
                dialog.close();
                retries.retry(aside);
            });
            retry.setId("record-retry");
            retry.addThemeVariants(ButtonVariant.PRIMARY);
            dialog.action(retry);
        }
        if (mayRead) {
            dialog.trace(aside.key());
            store.setAsideText(aside.number()).ifPresent(json -> dialog.record("records.dialog.json", json));
        }
        dialog.open();
    }

    static String actionKey(Action action) {
        return switch (action) {
            case UPSERT -> "records.action.upsert";
            case DELETE -> "records.action.delete";
            case MERGE -> "records.action.merge";
        };
    }

    /** What became of the record that is waited for. */
    private void explain(RecordKey missing, RecordDialog dialog, AsideList now) {
        Phrases phrases = now.phrases();
        Optional<SetAside> itself = store.setAside(missing);
        if (itself.isPresent()) {
            dialog.sentence(
                    "record-missing",
                    phrases.text(
                            "records.missing.aside",
                            now.words().text(itself.get().reason(), phrases.locale())));
            Button show = new Button(phrases.text("records.missing.show"), click -> {
                dialog.close();
                open(itself.get().number());
            });
            show.setId("record-missing-show");
            dialog.action(show);
        } else {
            boolean here = store.find(missing).isPresent();
            dialog.sentence("record-missing", phrases.text(here ? "records.missing.here" : "records.missing.away"));
        }
    }
}
