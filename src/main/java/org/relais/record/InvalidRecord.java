package org.relais.record;

import java.util.List;
import java.util.stream.Collectors;
import org.relais.catalogue.RecordKey;

/** A local change that is not stored, since a central server would drop what it says without a word. */
public class InvalidRecord extends RuntimeException {

    private final transient List<Reason> reasons;

    InvalidRecord(RecordKey key, List<Reason> reasons) {
        super(key + ": " + reasons.stream().map(Reason::text).collect(Collectors.joining("; ")));
        this.reasons = List.copyOf(reasons);
    }

    /** What is wrong with it, at least one. */
    public List<Reason> reasons() {
        return reasons;
    }
}
