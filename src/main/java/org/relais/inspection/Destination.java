package org.relais.inspection;

import java.util.EnumSet;
import java.util.Set;
import org.relais.catalogue.Action;
import org.relais.catalogue.CentralServer;
import org.relais.catalogue.RecordType;
import org.relais.catalogue.RecordTypes;
import org.relais.record.WaitingChange;

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

    /** What the record's type says of the change. */
    static Destination of(WaitingChange change, RecordTypes types) {
        return types.byTable(change.entry().table())
                .map(type -> of(change, type))
                .orElseGet(Unknown::new);
    }

    private static Destination of(WaitingChange change, RecordType type) {
        Set<CentralServer> receivers =
                change.entry().action() == Action.DELETE ? type.deletionsPushedTo() : type.pushedTo();
        if (receivers.isEmpty()) {
            return new Nobody();
        }
        Set<CentralServer> left = EnumSet.copyOf(receivers);
        left.retainAll(change.unprocessed());
        return left.isEmpty() ? new Sent() : new Servers(left);
    }
}
