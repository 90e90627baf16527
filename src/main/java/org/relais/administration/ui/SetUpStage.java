package org.relais.administration.ui;

import org.relais.sync.SyncStatus;
import org.relais.vocabulary.Keyed;

/** How far the set-up of this site is. */
enum SetUpStage implements Keyed {
    CONNECT,
    FIRST_RUN,
    DONE;

    static SetUpStage of(SyncStatus status) {
        if (status.initialised()) {
            return DONE;
        }
        return status.configured() ? FIRST_RUN : CONNECT;
    }
}
