package org.relais.central;

import java.util.Locale;

/** How far the mSupply central server is with queueing everything for a new site. */
public enum InitialisationStatus {
    NEW,
    STARTED,
    COMPLETED,
    ERROR;

    static InitialisationStatus read(String word) {
        for (InitialisationStatus status : values()) {
            if (status.name().toLowerCase(Locale.ROOT).equals(word)) {
                return status;
            }
        }
        throw new UnexpectedAnswer("initialisationStatus: unknown value");
    }
}
