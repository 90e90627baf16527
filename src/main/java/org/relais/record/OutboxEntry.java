package org.relais.record;

import java.time.Instant;
import org.relais.catalogue.Action;
import org.relais.catalogue.RecordKey;

/**
 * A change that waits to be sent.
 *
 * @param key which record was changed
 * @param action UPSERT or DELETE
 * @param revision which change of the record it is; a later change of the same record has a larger one
 * @param since when the oldest change of the record that still waits was made
 * @param problem why this revision could not be written for the wire when it was last tried; null when it could, or was not
 *     tried yet
 */
public record OutboxEntry(RecordKey key, Action action, long revision, Instant since, Reason problem) {}
