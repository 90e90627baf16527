package org.relais.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.relais.catalogue.RecordKey;

/** The door for changes that are made here. */
class LocalChangesTest extends LocalChangesRoom {

    @Test
    void aBatchIsAnsweredRecordByRecordAndSentInItsOrder() {
        room.save(Samples.location("same", "S"));
        List<Saved> answers = room.saveAll(
                Samples.location("l1", "A"),
                Samples.upsert("Location", "broken", "{\"ID\":\"broken\"}"),
                Samples.location("same", "S"),
                Samples.upsert("drone", "d1", "{}"),
                Samples.location("foreign", "F", FOREIGN),
                Samples.location("l0", "B"));

        assertThat(answers)
                .extracting(answer -> switch (answer) {
                    case Saved.Stored stored -> "stored " + stored.key().id();
                    case Saved.Unchanged unchanged ->
                        "unchanged " + unchanged.key().id();
                    case Saved.WaitsFor waits -> "waits " + waits.missing();
                    case Saved.CannotBeStored refused ->
                        refused.reason().kind() + " " + refused.key().id();
                })
                .containsExactly(
                        "stored l1",
                        "MISSING_FIELD broken",
                        "unchanged same",
                        "UNKNOWN_TYPE d1",
                        "FOREIGN_STORE foreign",
                        "stored l0");
        assertThat(toSend()).containsExactly("UPSERT Location same", "UPSERT Location l1", "UPSERT Location l0");
    }

    @Test
    void recordsOfABatchMayReferToEachOtherInWhateverOrder() {
        assertThat(room.saveAll(invoiceLine("line", "invoice"), invoice("invoice", Samples.OWN_STORE)))
                .allMatch(Saved.Stored.class::isInstance);
        assertThat(room.store
                        .find(new RecordKey("trans_line", "line"))
                        .orElseThrow()
                        .storeId())
                .isEqualTo(Samples.OWN_STORE);
    }

    @Test
    void theLaterOfTwoChangesOfARecordSeesTheEarlier() {
        List<Optional<String>> seen = new ArrayList<>();
        LocalChange looks = new LocalChange(shelf("l1"), before -> {
            seen.add(before);
            return Optional.of(Samples.location("l1", "B").data());
        });
        room.changes.saveAll(List.of(
                LocalChange.to(shelf("l1"), Samples.location("l1", "A").data()),
                looks,
                LocalChange.deletion(shelf("l1")),
                looks));
        assertThat(seen).containsExactly(Optional.of(Samples.location("l1", "A").data()), Optional.empty());
        assertThat(toSend()).containsExactly("UPSERT Location l1");
    }

    @Test
    void whatAnEditThrowsUndoesTheWholeBatch() {
        assertThatThrownBy(() -> room.changes.saveAll(List.of(
                        LocalChange.to(shelf("l1"), Samples.location("l1", "A").data()),
                        new LocalChange(shelf("l2"), before -> {
                            throw new IllegalArgumentException("changed by somebody else");
                        }))))
                .hasMessage("changed by somebody else");
        assertThat(room.store.find(shelf("l1"))).isEmpty();
        assertThat(toSend()).isEmpty();
    }

    @Test
    void aRecordWaitsForWhatIsNotHereAndIsStoredAndSentWhenItIsMadeHere() {
        assertThat(room.saveAll(invoiceLine("line", "invoice")))
                .containsExactly(new Saved.WaitsFor(
                        new RecordKey("trans_line", "line"), List.of(new RecordKey("transact", "invoice"))));
        assertThat(room.asideReasons())
                .containsExactly("trans_line line REFERENCE_MISSING transaction_ID: transact invoice");
        assertThat(room.store.setAside(10)).allMatch(SetAside::retriesItself);
        room.integrate();
        assertThat(toSend()).isEmpty();

        room.save(invoice("invoice", Samples.OWN_STORE));

        assertThat(toSend()).containsExactly("UPSERT transact invoice", "UPSERT trans_line line");
        assertThat(room.asideReasons()).isEmpty();
    }

    @Test
    void aRecordThatWaitsIsStoredAndSentWhenWhatItWaitsForArrives() {
        room.saveAll(invoiceLine("line", "invoice"));
        room.take(invoice("invoice", Samples.OWN_STORE));
        assertThat(toSend()).containsExactly("UPSERT trans_line line");
        assertThat(room.asideReasons()).isEmpty();
    }

    @Test
    void aRecordThatWaitsForTwoWaitsForTheSecondWhenAPersonMakesTheFirst() {
        room.saveAll(invoiceLine("line", "invoice", "i2"));
        room.save(invoice("invoice", Samples.OWN_STORE));
        assertThat(room.asideReasons()).containsExactly("trans_line line REFERENCE_MISSING item_ID: item i2");

        room.take(Samples.item("i2", "Zinc", ""));

        assertThat(toSend()).containsExactly("UPSERT transact invoice", "UPSERT trans_line line");
    }

    @Test
    void aRecordThatWaitsIsRefusedWhenWhatArrivesIsAnothersAndCanBeTriedAgain() {
        room.saveAll(invoiceLine("line", "invoice"));
        room.take(invoice("invoice", FOREIGN));
        assertThat(toSend()).isEmpty();
        assertThat(room.asideReasons()).containsExactly("trans_line line FOREIGN_STORE: store store-foreign");
        assertThat(room.integrate().setAside()).isZero();

        long number = room.store.setAside(10).getFirst().number();
        assertThat(room.store.retry(number)).isFalse();
        room.ownStores.add(FOREIGN);
        assertThat(room.store.retry(number)).isTrue();
        assertThat(toSend()).containsExactly("UPSERT trans_line line");
    }

    @Test
    void aRecordThatWaitsIsReplacedAndDeletedLikeOneThatIsStored() {
        room.saveAll(invoiceLine("line", "invoice"), invoiceLine("other", "invoice"));
        room.saveAll(invoiceLine("line", "a second invoice"));
        room.changes.saveAll(List.of(LocalChange.deletion(new RecordKey("trans_line", "other"))));
        assertThat(room.asideReasons())
                .containsExactly("trans_line line REFERENCE_MISSING transaction_ID: transact a second invoice");

        room.save(invoice("invoice", Samples.OWN_STORE));

        assertThat(toSend()).containsExactly("UPSERT transact invoice");
    }

    @Test
    void anArrivalOfARecordThatWaitsHereIsStoredUntilOursCanBe() {
        room.saveAll(Samples.direction("d1", "i2", "ours"));
        room.take(Samples.direction("d1", "i1", "theirs"));
        assertThat(room.everything().get("item_direction d1")).contains("theirs");

        room.take(Samples.item("i2", "Zinc", ""));

        assertThat(room.everything().get("item_direction d1")).contains("ours");
        assertThat(toSend()).containsExactly("UPSERT item_direction d1");
    }

    @Test
    void thousandsWaitForOneAndAreTakenUpTogether() {
        List<LocalChange> lines = IntStream.range(0, 2500)
                .mapToObj(i -> invoiceLine("line" + i, "invoice"))
                .map(record -> LocalChange.to(record.key(), record.data()))
                .toList();
        assertThat(room.changes.saveAll(lines)).hasSize(2500).allMatch(Saved.WaitsFor.class::isInstance);
        room.save(invoice("invoice", Samples.OWN_STORE));
        assertThat(room.outbox.pending()).isEqualTo(2501);
    }

    @Test
    void whatAPersonAnswersForIsRefusedAndNotKeptWaiting() {
        assertThatThrownBy(() -> room.save(invoiceLine("line", "invoice")))
                .isInstanceOfSatisfying(InvalidRecord.class, refused -> assertThat(refused.reason())
                        .isEqualTo(Reason.missing("transaction_ID", new RecordKey("transact", "invoice"))));
        assertThat(room.asideReasons()).isEmpty();
    }
}
