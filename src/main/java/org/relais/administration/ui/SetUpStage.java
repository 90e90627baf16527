package org.relais.administration.ui;

import java.util.Locale;
import org.relais.sync.SyncStatus;

/** How far the set-up of this site is. */
enum SetUpStage {
    CONNECT,
    FIRST_RUN,
    DONE;

    static SetUpStage of(SyncStatus status) {
        if (status.initialised()) {
            return DONE;
        }
        return status.configured() ? FIRST_RUN : CONNECT;
    }

    /** The stage's mark on the page and in the translations' keys. */
    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
