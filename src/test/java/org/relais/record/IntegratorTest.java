package org.relais.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.relais.catalogue.CentralServer;
import org.relais.catalogue.RecordKey;
import org.relais.catalogue.WireRecord;
import org.relais.testing.TestDatabase;

class IntegratorTest {

    @RegisterExtension
    static final TestDatabase db = TestDatabase.fresh();

    private StoreRoom room;

    @BeforeEach
    void anEmptyStore() {
        room = new StoreRoom(db.dataSource());
        room.empty();
    }

    @Test
    void recordsComeAfterThoseTheyReferToWhateverTheOrderOfArrival() {
        IntegrationResult result = room.take(
                Samples.direction("d1", "i1", "twice a day"),
                Samples.item("i1", "Quinine", "c1"),
                Samples.category("c1"));
        assertThat(result).isEqualTo(new IntegrationResult(3, 0, true));
        assertThat(room.everything()).hasSize(3);
    }

    @Test
    void theNewestArrivalWins() {
        room.take(Samples.unit("u1", "old"), Samples.unit("u2", "alone"), Samples.unit("u1", "new"));
        assertThat(room.everything().get("unit u1")).contains("new");
        room.take(Samples.unit("u1", "newer"));
        assertThat(room.everything().get("unit u1")).contains("newer");
        assertThat(room.everything()).hasSize(2);
        assertThat(room.strayContents()).isZero();
    }

    @Test
    void aNewestArrivalThatIsBrokenDoesNotHideAGoodOne() {
        WireRecord broken = Samples.upsert("unit", "u1", "{}");
        room.take(Samples.unit("u1", "good"), broken, broken);
        assertThat(room.everything().get("unit u1")).contains("good");
        assertThat(room.asideReasons()).hasSize(1);

        room.take(Samples.unit("u1", "sent again"));
        assertThat(room.everything().get("unit u1")).contains("sent again");
        assertThat(room.asideReasons()).isEmpty();
        assertThat(room.strayContents()).isZero();
    }

    @Test
    void aRecordWaitsForWhatItRefersToAndSaysSo() {
        IntegrationResult first = room.take(Samples.direction("d1", "i1", "old"), Samples.item("i1", "Quinine", "c1"));
        assertThat(first).isEqualTo(new IntegrationResult(0, 2, true));
        assertThat(room.asideReasons())
                .containsExactly(
                        "item_direction d1 REFERENCE_MISSING item_ID: item i1",
                        "item i1 REFERENCE_MISSING category_ID: item_category c1");
        assertThat(room.store.setAside(10)).allMatch(SetAside::retriesItself);
        assertThat(room.integrate()).isEqualTo(new IntegrationResult(0, 0, true));

        room.take(Samples.direction("d1", "i1", "new"));
        assertThat(room.asideReasons()).hasSize(2);

        assertThat(room.take(Samples.category("c1"))).isEqualTo(new IntegrationResult(3, 0, true));
        assertThat(room.asideReasons()).isEmpty();
        assertThat(room.everything().get("item_direction d1")).contains("new");
        assertThat(room.strayContents()).isZero();
    }

    @Test
    void aRecordWaitsThroughHardDeletesOfWhatItRefersTo() {
        room.take(Samples.name("n1", "Dépôt"), Samples.store("s1", "n1"));
        room.take(Samples.delete("store", "s1"));
        room.take(Samples.join("j1", "s1", "n1"));
        assertThat(room.asideReasons()).containsExactly("name_store_join j1 REFERENCE_MISSING store_ID: store s1");
        room.take(Samples.store("s1", "n1"));
        assertThat(room.everything()).containsKey("name_store_join j1");
    }

    @Test
    void deletesAreHardSoftOrSetAside() {
        room.take(
                Samples.category("c1"),
                Samples.item("i1", "Quinine", "c1"),
                Samples.direction("d1", "i1", "twice"),
                Samples.locationType("t1"));
        IntegrationResult result = room.take(
                Samples.delete("item", "i1"),
                Samples.delete("item_direction", "d1"),
                Samples.delete("Location_type", "t1"),
                Samples.delete("item", "never seen"));
        assertThat(result.integrated()).isEqualTo(3);
        assertThat(room.everything()).containsOnlyKeys("item_category c1", "Location_type t1");
        assertThat(room.store.find(new RecordKey("item", "i1"))).isEmpty();
        assertThat(room.asideReasons()).containsExactly("Location_type t1 DELETE_UNSUPPORTED");

        room.take(Samples.direction("d2", "i1", "a deleted item is still there to refer to"));
        assertThat(room.everything()).containsKey("item_direction d2");

        room.take(Samples.item("i1", "Quinine", ""));
        assertThat(room.store.find(new RecordKey("item", "i1"))).isPresent();
        assertThat(room.strayContents()).isZero();
    }

    @Test
    void whatIsNewestCountsAlsoBetweenUpsertsAndDeletes() {
        room.take(
                Samples.abbreviation("gone", "x"), Samples.delete("abbreviation", "gone"),
                Samples.delete("abbreviation", "back"), Samples.abbreviation("back", "x"));
        assertThat(room.everything()).containsOnlyKeys("abbreviation back");
        assertThat(room.strayContents()).isZero();
    }

    @Test
    void anInactiveJoinOfNameAndStoreCountsAsDeleted() {
        room.take(Samples.name("n1", "Dépôt"), Samples.store("s1", "n1"), Samples.join("j1", "s1", "n1", true));
        assertThat(room.store.find(new RecordKey("name_store_join", "j1"))).isEmpty();
        room.take(Samples.join("j1", "s1", "n1", false));
        assertThat(room.store.find(new RecordKey("name_store_join", "j1"))).isPresent();
    }

    @Test
    void recordsOfTwoTablesMayHaveTheSameId() {
        room.take(
                Samples.name("n1", "Dépôt"),
                Samples.upsert("name_oms_fields", "n1", "{\"id\":\"n1\",\"properties\":\"{}\"}"));
        assertThat(room.everything()).containsOnlyKeys("name n1", "name_oms_fields n1");
    }

    @Test
    void recordThatArrivesWithItsSoftDeletionIsThereToReferTo() {
        room.take(
                Samples.item("i1", "Amoxicilline", ""),
                Samples.direction("d1", "i1", "twice a day"),
                Samples.delete("item", "i1"));

        assertThat(room.store.find(new RecordKey("item", "i1"))).isEmpty();
        assertThat(room.everything()).containsKey("item_direction d1");
        assertThat(room.asideReasons()).isEmpty();
    }

    @Test
    void recordThatWaitedWhenItsSoftDeletionCameDoesNotComeBack() {
        room.take(Samples.item("i1", "Amoxicilline", "c1"), Samples.item("i2", "Paracétamol", "c1"));
        room.take(Samples.delete("item", "i1"));
        room.take(Samples.category("c1"));

        assertThat(room.store.find(new RecordKey("item", "i1"))).isEmpty();
        assertThat(room.store.find(new RecordKey("item", "i2"))).isPresent();
        assertThat(room.asideReasons()).isEmpty();
        assertThat(room.strayContents()).isZero();
    }

    @Test
    void oneBadRecordAmongAThousandStaysAlone() {
        List<WireRecord> records = new ArrayList<>();
        records.add(Samples.name("n1", "Dépôt"));
        String tooLongForTheStore = "s".repeat(65);
        records.add(Samples.store(Samples.OWN_STORE, "n1"));
        for (int i = 0; i < 1000; i++) {
            records.add(Samples.location("l" + i, "L" + i));
        }
        room.receive(records);
        // A value that only the database refuses: no check in front of it knows the column's width.
        room.jdbc
                .sql("update inbox set store_id = ? where record_id = 'l500'")
                .param(tooLongForTheStore)
                .update();

        assertThat(room.integrate()).isEqualTo(new IntegrationResult(1001, 1, true));

        assertThat(room.asideReasons()).singleElement().asString().startsWith("Location l500 DATABASE");
        assertThat(room.integrate()).isEqualTo(new IntegrationResult(0, 0, true));
    }

    @Test
    void tensOfThousandsGoInChunksAndCanBeStoppedBetweenThem() {
        List<WireRecord> records = new ArrayList<>();
        for (int i = 0; i < 12_000; i++) {
            records.add(Samples.unit("u" + i, "unit"));
        }
        room.receive(records);
        List<Long> done = new ArrayList<>();
        List<Long> totals = new ArrayList<>();
        IntegrationProgress stopsAfterTheFirst = new IntegrationProgress() {
            @Override
            public void total(long count) {
                totals.add(count);
            }

            @Override
            public void done(long count) {
                done.add(count);
            }

            @Override
            public void setAside(long count) {}

            @Override
            public boolean cancelled() {
                return !done.isEmpty();
            }
        };

        IntegrationResult stopped = room.integrator.integrate(stopsAfterTheFirst);

        assertThat(stopped).isEqualTo(new IntegrationResult(5000, 0, false));
        assertThat(totals).containsExactly(12_000L);
        assertThat(done).containsExactly(5000L);
        assertThat(room.integrate()).isEqualTo(new IntegrationResult(7000, 0, true));
        assertThat(room.everything()).hasSize(12_000);
        assertThat(room.strayContents()).isZero();
    }

    @Test
    void whatWasChangedHereIsNotOverwrittenBeforeItWasSent() {
        room.take(
                Samples.name("n1", "Dépôt"), Samples.store(Samples.OWN_STORE, "n1"), Samples.location("l1", "central"));
        room.save(Samples.location("l1", "ours"));

        room.take(Samples.location("l1", "theirs, older"));
        assertThat(room.everything().get("Location l1")).contains("ours");
        assertThat(room.asideReasons()).isEmpty();

        room.receive(Samples.location("l1", "theirs, came before ours was sent"));
        for (CentralServer server : CentralServer.values()) {
            room.outbox.processed(server, room.outbox.waitingFor(server, 0, 10));
        }
        room.integrate();
        assertThat(room.everything().get("Location l1")).contains("ours");

        room.take(Samples.location("l1", "theirs, newer"));
        assertThat(room.everything().get("Location l1")).contains("theirs, newer");
        assertThat(room.strayContents()).isZero();
    }

    @Test
    void programsAreStoredAndNeverRun() {
        String plugin = """
                {"id":"p1","code":"x","version":"1","bundle_base64":"this is no base64!","types":["p"],"variant_type":"BOA_JS"}""";
        room.take(Samples.upsert("backend_plugin", "p1", plugin));
        assertThat(room.store
                        .find(new RecordKey("backend_plugin", "p1"))
                        .orElseThrow()
                        .data())
                .isEqualTo(plugin);
    }
}
