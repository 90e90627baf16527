package org.relais.record;

import java.time.Instant;
import java.util.Set;
import org.relais.catalogue.Action;
import org.relais.catalogue.CentralServer;
import org.relais.catalogue.RecordKey;

/**
 * A change that waits to be processed.
 *
 * @param key which record was changed
 * @param action UPSERT or DELETE
 * @param created whether the record was made here and no server has been sent any of it
 * @param receivers the servers that get it, those that have it already among them; none when it stays on this site
 * @param revision which change of the record it is; a later change of the same record has a larger one
 * @param since when the oldest change of the record that still waits was made
 * @param problem why this revision could not be written for the wire when it was last tried; null when it could, or was not
 *     tried yet
 */
public record OutboxEntry(
        RecordKey key,
        Action action,
        boolean created,
        Set<CentralServer> receivers,
        long revision,
        Instant since,
        Reason problem) {

    public OutboxEntry {
        receivers = Set.copyOf(receivers);
    }

    /** Whether no server gets it. */
    public boolean staysHere() {
        return receivers.isEmpty();
    }
}
