package org.relais.catalogue;

import java.util.Objects;

/**
 * One record as it travels between a site and a central server.
 *
 * @param key which record it is
 * @param action what the receiver is to do
 * @param data the record's JSON object as text, exactly as it came: key order, unknown keys and the precision of numbers
 *     are kept; {@code {}} when there was none
 */
public record WireRecord(RecordKey key, Action action, String data) {

    public WireRecord {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(action, "action");
        Objects.requireNonNull(data, "data");
    }
}
