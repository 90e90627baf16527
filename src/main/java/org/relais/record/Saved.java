package org.relais.record;

import java.util.List;
import org.relais.catalogue.RecordKey;

/** What became of a change that was made on this site. */
public sealed interface Saved {

    /** Which record it was about. */
    RecordKey key();

    /** It is in the store, or out of it, and waits in the outbox to be sent. */
    record Stored(RecordKey key) implements Saved {}

    /** The record is that already: nothing was stored, and there is nothing to send. */
    record Unchanged(RecordKey key) implements Saved {}

    /**
     * It refers to records that are not here. It is kept, and stored and sent by itself as soon as they are.
     *
     * @param missing those that are not here, at least one
     */
    record WaitsFor(RecordKey key, List<RecordKey> missing) implements Saved {

        public WaitsFor {
            missing = List.copyOf(missing);
        }
    }

    /**
     * It is not kept: a central server would take it without a word and drop it later.
     *
     * @param reason why, the first one where there are several
     */
    record CannotBeStored(RecordKey key, Reason reason) implements Saved {}
}
