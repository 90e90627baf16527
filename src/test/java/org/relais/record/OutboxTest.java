package org.relais.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.relais.catalogue.CentralServer;
import org.relais.catalogue.RecordKey;
import org.relais.catalogue.WireRecord;
import org.relais.testing.TestDatabase;

/** Local changes and their way out. */
class OutboxTest {

    @RegisterExtension
    static final TestDatabase db = TestDatabase.fresh();

    private StoreRoom room;

    @BeforeEach
    void aStoreOfOurs() {
        room = new StoreRoom(db.dataSource());
        room.empty();
        room.take(
                Samples.name("n1", "Dépôt"),
                Samples.store(Samples.OWN_STORE, "n1"),
                Samples.store("store-foreign", "n1"));
    }

    private List<OutboxEntry> waiting(CentralServer server) {
        return room.outbox.waitingFor(server, 0, 100);
    }

    @Test
    void tellsWhatWasSentAndWhatIsBehind() {
        room.save(Samples.location("l1", "A"));
        room.save(Samples.location("l2", "B"));
        room.events.clear();
        room.outbox.failed(waiting(CentralServer.OPEN).getFirst(), new Reason(ReasonKind.RECORD_REFUSED, null, "no"));
        assertThat(room.outbox.backlog()).isEqualTo(new Backlog(1, 1));

        room.outbox.sent(CentralServer.OPEN, waiting(CentralServer.OPEN));
        room.outbox.processed(CentralServer.LEGACY, waiting(CentralServer.LEGACY));

        assertThat(room.events).containsExactly(new RecordsSent(CentralServer.OPEN, Map.of("Location", 2L)));
        assertThat(room.outbox.pending()).isZero();
    }

    /** What has a row already is written by another statement than what has none. */
    @Test
    void changesThatAreMadeTogetherAreSentInTheirOrder() {
        room.save(Samples.location("l1", "A"));
        room.save(Samples.location("l2", "B"));

        room.saveAll(
                Samples.location("l3", "C"),
                Samples.location("l1", "A2"),
                Samples.location("l4", "D"),
                Samples.location("l5", "E"),
                Samples.location("l2", "B2"));

        assertThat(waiting(CentralServer.OPEN))
                .extracting(entry -> entry.key().id())
                .containsExactly("l3", "l1", "l4", "l5", "l2");
    }

    @Test
    void aChangeIsStoredAndWaitsForBothServers() {
        room.save(Samples.location("l1", "A"));
        room.save(Samples.location("l2", "B"));
        room.save(Samples.location("l1", "A2"));

        assertThat(room.store.find(new RecordKey("Location", "l1")).orElseThrow())
                .returns(Samples.OWN_STORE, StoredRecord::storeId)
                .returns(Samples.location("l1", "A2").data(), StoredRecord::data);
        assertThat(room.outbox.pending()).isEqualTo(2);
        assertThat(waiting(CentralServer.OPEN))
                .extracting(entry -> entry.key().id())
                .containsExactly("l2", "l1");
        List<OutboxEntry> first = room.outbox.waitingFor(CentralServer.LEGACY, 0, 1);
        assertThat(room.outbox.waitingFor(CentralServer.LEGACY, first.getFirst().revision(), 10))
                .extracting(entry -> entry.key().id())
                .containsExactly("l1");

        room.outbox.processed(CentralServer.OPEN, waiting(CentralServer.OPEN));
        assertThat(room.outbox.pending()).isEqualTo(2);
        assertThat(room.outbox.waitingFor(CentralServer.OPEN)).isZero();
        assertThat(room.outbox.waitingFor(CentralServer.LEGACY)).isEqualTo(2);

        room.outbox.processed(CentralServer.LEGACY, waiting(CentralServer.LEGACY));
        assertThat(room.outbox.pending()).isZero();
        assertThat(room.outbox.isWaiting(new RecordKey("Location", "l1"))).isFalse();
        assertThat(room.strayContents()).isZero();
    }

    @Test
    void whatWaitsIsPagedByTableWithTheServersThatHaveStillToBeSentIt() {
        room.save(Samples.location("l1", "A"));
        room.save(Samples.location("l2", "B"));
        room.outbox.processed(
                CentralServer.OPEN, List.of(waiting(CentralServer.OPEN).getFirst()));
        room.outbox.failed(waiting(CentralServer.OPEN).getFirst(), new Reason(ReasonKind.RECORD_REFUSED, null, "no"));

        assertThat(room.outbox.waitingTables()).containsExactly(Map.entry("Location", 2L));
        assertThat(room.outbox.waiting("item", 0, 10)).isEmpty();
        assertThat(room.outbox.waiting(null, 0, 1))
                .extracting(change -> change.entry().key().id(), WaitingChange::servers)
                .containsExactly(tuple("l1", Set.of(CentralServer.LEGACY)));
        assertThat(room.outbox.waiting("Location", 1, 10))
                .extracting(change -> change.entry().key().id(), WaitingChange::servers)
                .containsExactly(tuple("l2", Set.of(CentralServer.LEGACY)));
        assertThat(room.outbox.failureCount()).isEqualTo(1);
        assertThat(room.outbox.failures(0, 10))
                .extracting(entry -> entry.key().id())
                .containsExactly("l2");
        assertThat(room.outbox.failures(1, 10)).isEmpty();
    }

    @Test
    void aChangeMadeWhileThePushIsUnderWayStaysWaiting() {
        room.save(Samples.location("l1", "sent"));
        List<OutboxEntry> sent = waiting(CentralServer.LEGACY);
        room.save(Samples.location("l1", "made meanwhile"));

        room.outbox.processed(CentralServer.LEGACY, sent);
        room.outbox.processed(CentralServer.OPEN, sent);

        assertThat(waiting(CentralServer.LEGACY)).hasSize(1);
        assertThat(waiting(CentralServer.OPEN)).hasSize(1);
    }

    @Test
    void nothingIsChangedWithinATransactionOfTheCaller() {
        room.transaction()
                .executeWithoutResult(status -> assertThatThrownBy(() -> room.save(Samples.location("l1", "A")))
                        .isInstanceOf(IllegalStateException.class));
        assertThat(room.outbox.pending()).isZero();
    }

    @Test
    void whoListensAndFailsDoesNotUndoWhatWasSent() {
        room.save(Samples.location("l1", "A"));
        room.deafened = new IllegalStateException("a listener of this test fails");

        for (CentralServer server : CentralServer.values()) {
            room.outbox.sent(server, waiting(server));
        }

        assertThat(room.outbox.pending()).isZero();
        assertThat(room.events).filteredOn(RecordsSent.class::isInstance).hasSize(2);
    }

    @Test
    void processingNothingTouchesNothing() {
        room.transaction().executeWithoutResult(status -> room.outbox.processed(CentralServer.OPEN, List.of()));
    }

    @Test
    void theNewestChangeIsKnownWithoutCounting() {
        assertThat(room.outbox.newestRevision()).isZero();
        room.save(Samples.location("l1", "A"));
        room.save(Samples.location("l2", "B"));
        assertThat(room.outbox.newestRevision())
                .isEqualTo(waiting(CentralServer.LEGACY).getLast().revision());
    }

    @Test
    void whatACentralServerWouldDropIsNotStored() {
        assertRefused(Samples.upsert("Location", "l1", "{\"ID\":\"l1\"}"), ReasonKind.MISSING_FIELD);
        assertRefused(Samples.location("l1", "A", "store-foreign"), ReasonKind.FOREIGN_STORE);
        assertRefused(Samples.location("l1", "A", "store-unknown"), ReasonKind.REFERENCE_MISSING);
        assertRefused(Samples.location("", "A"), ReasonKind.BAD_ID);
        assertRefused(Samples.upsert("drone", "d1", "{}"), ReasonKind.UNKNOWN_TYPE);
        assertThat(room.outbox.pending()).isZero();
    }

    @Test
    void deletesAreSentWhereTheTypeSaysSo() {
        room.take(Samples.location("l1", "A"), Samples.location("foreign", "F", "store-foreign"));
        room.delete("Location", "l1");
        room.delete("Location", "never there");
        assertThatThrownBy(() -> room.delete("Location", "foreign")).isInstanceOf(InvalidRecord.class);

        assertThat(room.store.find(new RecordKey("Location", "l1"))).isEmpty();
        assertThat(room.renderer.render(CentralServer.LEGACY, waiting(CentralServer.LEGACY)))
                .singleElement()
                .isInstanceOfSatisfying(RenderedChange.Send.class, send -> assertThat(send.record())
                        .isEqualTo(Samples.delete("Location", "l1")));
        assertThat(room.renderer.render(CentralServer.OPEN, waiting(CentralServer.OPEN)))
                .singleElement()
                .isInstanceOf(RenderedChange.Keep.class);
        assertThat(room.strayContents()).isZero();
    }

    @Test
    void changesAreWrittenForTheServerThatTheyBelongTo() {
        room.save(Samples.location("l1", "A"));
        assertThat(room.renderer.render(CentralServer.OPEN, waiting(CentralServer.OPEN)))
                .singleElement()
                .isInstanceOf(RenderedChange.Keep.class);
        assertThat(room.renderer.render(CentralServer.LEGACY, waiting(CentralServer.LEGACY)))
                .singleElement()
                .isInstanceOfSatisfying(RenderedChange.Send.class, send -> assertThat(
                                send.record().data())
                        .contains("\"code\":\"A\"")
                        .doesNotContain("priority"));
    }

    @Test
    void aChangeThatCannotBeWrittenIsShownAndHoldsUpNoOther() {
        room.save(Samples.location("l1", "A"));
        room.save(Samples.location("l2", "B"));
        room.jdbc
                .sql("update content set data = '{\"ID\":' where number ="
                        + " (select content from record_entry where type = 'Location' and id = 'l1')")
                .update();

        List<RenderedChange> rendered = room.renderer.render(CentralServer.LEGACY, waiting(CentralServer.LEGACY));

        assertThat(rendered.get(0)).isInstanceOf(RenderedChange.Broken.class);
        assertThat(room.outbox.failures(10)).isEmpty();
        room.outbox.broken(List.of((RenderedChange.Broken) rendered.get(0)));
        assertThat(rendered.get(1)).isInstanceOf(RenderedChange.Send.class);
        assertThat(room.outbox.failures(10))
                .singleElement()
                .satisfies(failure -> assertThat(failure.problem().kind()).isEqualTo(ReasonKind.BROKEN_JSON));

        room.save(Samples.location("l1", "repaired"));
        assertThat(room.outbox.failures(10)).isEmpty();
    }

    private void assertRefused(WireRecord record, ReasonKind kind) {
        InvalidRecord refusal = catchThrowableOfType(InvalidRecord.class, () -> room.save(record));
        assertThat(refusal.reason().kind()).isEqualTo(kind);
    }
}
