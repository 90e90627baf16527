package org.relais.inspection;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.relais.catalogue.Action;
import org.relais.catalogue.CentralServer;
import org.relais.catalogue.RecordType;
import org.relais.catalogue.RecordTypes;
import org.relais.catalogue.Rendering;
import org.relais.record.RecordStore;
import org.relais.record.WaitingChange;
import org.springframework.stereotype.Component;

/** Tells where changes that wait go, by the same description that a push goes by. */
@Component
public class Destinations {

    private final RecordTypes types;
    private final RecordStore store;

    Destinations(RecordTypes types, RecordStore store) {
        this.types = types;
        this.store = store;
    }

    /** Where a change goes, as the record stands now. */
    public Destination of(WaitingChange change) {
        Optional<RecordType> type = types.byTable(change.entry().key().table());
        if (type.isEmpty()) {
            return new Destination.Unknown();
        }
        Set<CentralServer> receivers = receivers(change, type.get());
        if (receivers.isEmpty()) {
            return new Destination.Nobody();
        }
        receivers.retainAll(change.unprocessed());
        return receivers.isEmpty() ? new Destination.Sent() : new Destination.Servers(receivers);
    }

    /** A record's own values may keep it here although its type is sent: a sign-in that belongs to no store, for instance. */
    private Set<CentralServer> receivers(WaitingChange change, RecordType type) {
        Set<CentralServer> receivers = EnumSet.noneOf(CentralServer.class);
        if (change.entry().action() == Action.DELETE) {
            receivers.addAll(type.deletionsPushedTo());
            return receivers;
        }
        store.json(change.entry().key()).ifPresent(json -> type.pushedTo().stream()
                .filter(server -> !(type.render(json, server, store, store) instanceof Rendering.Keep))
                .forEach(receivers::add));
        return receivers;
    }
}
