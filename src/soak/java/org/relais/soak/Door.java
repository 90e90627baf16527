package org.relais.soak;

import java.util.List;
import java.util.Optional;
import org.relais.catalogue.RecordKey;
import org.relais.catalogue.WireRecord;

/** The ways into a site for the people and the phones that are there. */
interface Door {

    /**
     * Makes changes in one transaction.
     *
     * @return those that the site took
     */
    List<WireRecord> change(List<WireRecord> changes);

    /** Takes a phone's batch. Returns the records that came of it, or were changed by it. */
    List<RecordKey> take(PhoneDay day);

    /** A record's text, empty when there is none. */
    Optional<String> text(RecordKey key);
}
