package org.relais.sync.ui;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.relais.central.FailureCode;
import org.relais.run.Outcome;
import org.relais.run.Run;
import org.relais.sync.SyncStatus;

/** What the last run says about the way to the central servers. */
public enum Reach {
    FINE,
    /** The central server could not be reached. */
    OFFLINE,
    /** The last run failed for any other reason. */
    FAILED;

    private static final Set<FailureCode> NO_CONNECTION = EnumSet.of(FailureCode.CONNECTION, FailureCode.TIMEOUT);
    private static final Set<Outcome> WITHOUT_SUCCESS = EnumSet.of(Outcome.FAILED, Outcome.PARTIAL);

    static Reach of(SyncStatus status) {
        Run last = status.last();
        if (last == null || !WITHOUT_SUCCESS.contains(last.outcome())) {
            return FINE;
        }
        return last.error() != null && NO_CONNECTION.contains(last.error().code()) ? OFFLINE : FAILED;
    }

    /** The mark that the style sheets know. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
