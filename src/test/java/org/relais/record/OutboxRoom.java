package org.relais.record;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.relais.catalogue.CentralServer;
import org.relais.testing.TestDatabase;

/** A store of ours and one of another site, and what waits to be sent. */
abstract class OutboxRoom {

    @RegisterExtension
    static final TestDatabase db = TestDatabase.fresh();

    StoreRoom room;

    @BeforeEach
    void aStoreOfOurs() {
        room = new StoreRoom(db.dataSource());
        room.empty();
        room.take(
                Samples.name("n1", "Dépôt"),
                Samples.store(Samples.OWN_STORE, "n1"),
                Samples.store("store-foreign", "n1"));
    }

    List<OutboxEntry> waiting(CentralServer server) {
        return room.outbox.waitingFor(server, 0, 100);
    }
}
