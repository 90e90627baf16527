package org.relais.inspection.ui;

import org.relais.components.Glyph;
import org.relais.components.Notice;
import org.relais.components.Passing;
import org.relais.record.RecordStore;
import org.relais.record.SetAside;
import org.relais.sync.ui.SyncNowButton;

/** Tries records again, tells what came of it, and offers to synchronise when some of them can be integrated now. */
class RetryNotice extends Notice {

    private final RecordStore store;
    private final Runnable tried;

    /** A hidden one; {@code tried} is run after each attempt. */
    RetryNotice(RecordStore store, SyncNowButton syncNow, Runnable tried) {
        super("records-retried", Glyph.CHECK, "calm");
        this.store = store;
        this.tried = tried;
        getElement().setAttribute("role", "status");
        syncNow.setId("records-sync-now");
        add(syncNow);
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
    }
}
