package org.relais.inspection.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import org.relais.components.Glyph;
import org.relais.components.Notice;
import org.relais.components.Passing;
import org.relais.language.Phrases;
import org.relais.record.RecordStore;
import org.relais.record.SetAside;
import org.relais.security.CurrentUser;
import org.relais.security.SignedInUser;
import org.relais.sync.Synchroniser;
import org.relais.sync.Trigger;

/** Tries records again, tells what came of it, and offers to synchronise when some of them can be integrated now. */
class RetryNotice extends Notice {

    private static final long serialVersionUID = 1L;

    private final transient RecordStore store;
    private final transient Synchroniser synchroniser;
    private final transient CurrentUser currentUser;
    private final transient Runnable tried;
    private final Button syncNow = new Button();

    /** A hidden one; {@code tried} is run after each attempt. */
    RetryNotice(RecordStore store, Synchroniser synchroniser, CurrentUser currentUser, Runnable tried) {
        super("records-retried", Glyph.CHECK, "calm");
        this.store = store;
        this.synchroniser = synchroniser;
        this.currentUser = currentUser;
        this.tried = tried;
        getElement().setAttribute("role", "status");
        syncNow.setId("records-sync-now");
        syncNow.addThemeVariants(ButtonVariant.PRIMARY);
        syncNow.setDisableOnClick(true);
        syncNow.addClickListener(click -> synchronise());
        add(syncNow);
    }

    void translate(Phrases phrases) {
        syncNow.setText(phrases.text("sync.button"));
    }

    void retry(SetAside aside) {
        if (store.retry(aside.number())) {
            offerToSynchronise(1);
        } else {
            Passing.tell(getTranslation("records.retry.no"));
        }
        tried.run();
    }

    void retryAll() {
        long good = store.retryAll();
        if (good > 0) {
            offerToSynchronise(good);
        } else {
            Passing.tell(getTranslation("records.retry.none"));
        }
        tried.run();
    }

    private void offerToSynchronise(long records) {
        show(getTranslation("records.retry.good", records), getTranslation("records.retry.good.hint"));
        syncNow.setEnabled(true);
        syncNow.setVisible(true);
    }

    private void synchronise() {
        synchroniser.start(
                Trigger.PERSON, currentUser.find().map(SignedInUser::name).orElse(null));
        show(getTranslation("sync.running"), null);
        syncNow.setVisible(false);
    }
}
