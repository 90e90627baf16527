package org.relais.record;

import java.util.Set;
import org.relais.catalogue.CentralServer;

/**
 * A change that waits, and for whom.
 *
 * @param entry the change
 * @param servers those that have still to be sent it; at least one
 */
public record WaitingChange(OutboxEntry entry, Set<CentralServer> servers) {

    public WaitingChange {
        servers = Set.copyOf(servers);
    }
}
