package org.relais.record;

import java.time.Instant;
import org.relais.catalogue.Action;

/**
 * A change that waits to be sent.
 *
 * @param table the table's name on the wire
 * @param id the record's id
 * @param action UPSERT or DELETE
 * @param revision which change of the record it is; a later change of the same record has a larger one
 * @param since when the oldest change of the record that still waits was made
 * @param problem why this revision could not be written for the wire when it was last tried; null when it could, or was not
 *     tried yet
 */
public record OutboxEntry(String table, String id, Action action, long revision, Instant since, Reason problem) {}
