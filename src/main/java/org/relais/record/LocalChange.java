package org.relais.record;

import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.relais.catalogue.RecordKey;

/**
 * A change of one record that is made on this site.
 *
 * @param key which record
 * @param edit is handed the record's text as it is, empty when there is none or it was deleted, and answers what it is from
 *     now on, in the form in which its type is pulled; empty deletes it. Nobody else changes the store meanwhile, so what the
 *     edit reads there holds. What it throws undoes the whole batch. It may be asked again, when the database gave way to
 *     another transaction.
 */
public record LocalChange(RecordKey key, UnaryOperator<Optional<String>> edit) {

    public LocalChange {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(edit, "edit");
    }

    /** The record is this from now on, whatever it was. */
    public static LocalChange to(RecordKey key, String data) {
        Objects.requireNonNull(data, "data");
        return new LocalChange(key, before -> Optional.of(data));
    }

    /** The record is there no more. */
    public static LocalChange deletion(RecordKey key) {
        return new LocalChange(key, before -> Optional.empty());
    }
}
