package org.relais.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.relais.catalogue.CentralServer;
import org.relais.catalogue.RecordKey;
import org.relais.catalogue.WireRecord;
import org.relais.testing.TestDatabase;

/** A change waits for those who get it, and for nobody else. */
class WhoGetsAChangeTest {

    @RegisterExtension
    static final TestDatabase db = TestDatabase.fresh();

    private StoreRoom room;

    @BeforeEach
    void aStoreOfOurs() {
        room = new StoreRoom(db.dataSource());
        room.empty();
        room.take(Samples.name("n1", "Dépôt"), Samples.store(Samples.OWN_STORE, "n1"));
    }

    private List<OutboxEntry> waiting(CentralServer server) {
        return room.outbox.waitingFor(server, 0, 100);
    }

    static Stream<WireRecord> recordsOfNoServer() {
        return Stream.of(
                Samples.unit("u1", "of a type that sites do not send"),
                Samples.name("n2", "a name that is no patient"),
                activity("", "record", "without a store"),
                activity(Samples.OWN_STORE, "", "without a record"));
    }

    private static WireRecord activity(String store, String record, String note) {
        return Samples.upsert("om_activity_log", "a-" + note, """
                {"ID":"a-%s","type":"UserLoggedIn","user_ID":"u","store_ID":"%s","record_ID":"%s",\
                "datetime":"2026-11-28T08:00:00","changed_to":"","changed_from":""}""".formatted(note, store, record));
    }

    @ParameterizedTest
    @MethodSource("recordsOfNoServer")
    void whatNoServerGetsIsGoneThroughByBothAndWaitsForNone(WireRecord record) {
        room.save(record);

        assertThat(room.outbox.pending()).isZero();
        assertThat(room.outbox.backlog()).isEqualTo(new Backlog(0, 0));
        assertThat(room.outbox.waitingTables()).isEmpty();
        assertThat(room.outbox.waiting(null, 0, 10)).isEmpty();
        assertThat(room.outbox.isWaiting(record.key())).isFalse();
        assertThat(room.outbox.waiting(
                        record.key().table(), List.of(record.key().id())))
                .isEmpty();
        assertThat(room.outbox.stayingCount()).isOne();
        assertThat(room.outbox.staying(10)).extracting(OutboxEntry::key).containsExactly(record.key());
        for (CentralServer server : CentralServer.values()) {
            assertThat(room.outbox.toProcess(server)).isZero();
            assertThat(room.renderer.render(server, waiting(server)))
                    .singleElement()
                    .isInstanceOf(RenderedChange.Keep.class);
            room.outbox.processed(server, waiting(server));
        }
        assertThat(room.outbox.stayingCount()).isZero();
    }

    @Test
    void aChangeWaitsUntilThoseHaveItWhoGetItAndNoLonger() {
        RecordKey key = new RecordKey("Location", "l1");
        room.save(Samples.location("l1", "A"));
        room.outbox.processed(CentralServer.LEGACY, waiting(CentralServer.LEGACY));

        assertThat(waiting(CentralServer.OPEN)).hasSize(1);
        assertThat(room.outbox.pending()).isZero();
        assertThat(room.outbox.isWaiting(key)).isFalse();
        assertThat(room.outbox.toProcess(CentralServer.OPEN)).isOne();
        assertThat(room.outbox.stayingCount()).isZero();
    }

    @Test
    void aRecordWasCreatedUntilItsServerHasIt() {
        room.take(Samples.location("theirs", "T"));
        room.save(Samples.location("theirs", "T2"));
        room.save(Samples.location("ours", "A"));
        room.save(Samples.location("ours", "A2"));
        room.outbox.processed(CentralServer.OPEN, waiting(CentralServer.OPEN));
        room.save(Samples.location("ours", "A3"));
        assertThat(waiting(CentralServer.LEGACY))
                .extracting(entry -> entry.key().id(), OutboxEntry::created)
                .containsExactly(tuple("theirs", false), tuple("ours", true));

        room.outbox.processed(CentralServer.LEGACY, waiting(CentralServer.LEGACY));
        room.save(Samples.location("ours", "A4"));
        assertThat(waiting(CentralServer.LEGACY))
                .extracting(OutboxEntry::created)
                .containsExactly(false);
    }
}
