package org.relais.coldchain;

import java.util.Objects;

/** What became of one row that a phone sent. */
public sealed interface Taken {

    /**
     * It is a record of this site now, or waits for the sensor that it names, or was here already.
     *
     * @param storeId the store that it belongs to
     * @param locationId where the sensor stands; null when nobody said
     */
    record Kept(Sent.Usable row, String storeId, String locationId) implements Taken {

        public Kept {
            Objects.requireNonNull(row, "row");
            Objects.requireNonNull(storeId, "storeId");
        }
    }

    /**
     * It is in quarantine: nothing can be made of it, now or later.
     *
     * @param why one line of English, for whoever reads what the phone was answered
     */
    record Quarantined(String why) implements Taken {

        public Quarantined {
            Objects.requireNonNull(why, "why");
        }
    }
}
