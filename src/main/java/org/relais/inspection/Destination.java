package org.relais.inspection;

import java.util.Set;
import org.relais.catalogue.CentralServer;

/** Where a change that waits goes. */
public sealed interface Destination {

    /** It has still to be sent to these servers. */
    record Servers(Set<CentralServer> servers) implements Destination {

        public Servers {
            servers = Set.copyOf(servers);
        }
    }

    /** It was sent to whom it is for; the other server's turn, for which there is nothing to do, has still to come. */
    record Sent() implements Destination {}

    /** It is nobody's: such records stay at the site, and leave the list with the next run. */
    record Nobody() implements Destination {}

    /** This version does not know the record's table. */
    record Unknown() implements Destination {}
}
