package org.relais.record;

import org.relais.catalogue.RecordKey;

/** A local change that is not stored, since a central server would drop what it says without a word. */
public class InvalidRecord extends RuntimeException {

    private final Reason reason;

    InvalidRecord(RecordKey key, Reason reason) {
        super(key + ": " + reason.text());
        this.reason = reason;
    }

    /** What is wrong with it. */
    public Reason reason() {
        return reason;
    }
}
