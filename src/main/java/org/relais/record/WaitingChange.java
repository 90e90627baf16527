package org.relais.record;

import java.util.Set;
import org.relais.catalogue.CentralServer;

/**
 * A change that waits, and for whom.
 *
 * @param entry the change
 * @param unprocessed the servers whose turn has not come since the change was made; what they get of it, its type says
 */
public record WaitingChange(OutboxEntry entry, Set<CentralServer> unprocessed) {

    public WaitingChange {
        unprocessed = Set.copyOf(unprocessed);
    }
}
