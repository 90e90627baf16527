package org.relais.central;

import java.util.Objects;
import org.relais.catalogue.WireRecord;

/**
 * A record on its way to a central server.
 *
 * @param cursor the change's number on this site
 * @param record the record, already in the form for the wire; an upsert or a delete (a site sends no merges). A delete's
 *     data is not sent
 */
public record OutgoingRecord(long cursor, WireRecord record) {

    public OutgoingRecord {
        Objects.requireNonNull(record, "record");
    }
}
