package org.relais.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.relais.catalogue.RecordKey;
import org.relais.catalogue.WireRecord;
import org.relais.testing.TestDatabase;

class MergesTest {

    @RegisterExtension
    static final TestDatabase db = TestDatabase.fresh();

    private StoreRoom room;

    @BeforeEach
    void anEmptyStore() {
        room = new StoreRoom(db.dataSource());
        room.empty();
    }

    static Stream<List<WireRecord>> ordersOfAChain() {
        WireRecord ab = Samples.merge("item", "b", "a");
        WireRecord bc = Samples.merge("item", "c", "b");
        WireRecord cd = Samples.merge("item", "d", "c");
        return Stream.of(
                List.of(ab, bc, cd),
                List.of(ab, cd, bc),
                List.of(bc, ab, cd),
                List.of(bc, cd, ab),
                List.of(cd, ab, bc),
                List.of(cd, bc, ab));
    }

    @ParameterizedTest
    @MethodSource("ordersOfAChain")
    void chainsOfMergesComeInAnyOrder(List<WireRecord> merges) {
        for (String id : new String[] {"a", "b", "c", "d", "e"}) {
            room.receive(Samples.item(id, "Quinine", ""));
        }
        for (WireRecord merge : merges) {
            room.take(merge, merge);
        }
        assertThat(Stream.of("a", "b", "c", "d", "e").map(id -> room.store.current(new RecordKey("item", id))))
                .containsExactly("d", "d", "d", "d", "e");
        assertThat(room.store.find(new RecordKey("item", "a")).orElseThrow().mergedInto())
                .isEqualTo("d");
        assertThat(room.asideReasons()).isEmpty();
        assertThat(room.strayContents()).isZero();
    }

    @Test
    void aMergeWaitsForTheRecordToKeep() {
        IntegrationResult result = room.take(Samples.item("a", "Quinine", ""), Samples.merge("item", "b", "a"));
        assertThat(result).isEqualTo(new IntegrationResult(1, 1, true));
        assertThat(room.asideReasons()).containsExactly("item merge-b-a REFERENCE_MISSING mergeIdToKeep: item b");
        assertThat(room.store.current(new RecordKey("item", "a"))).isEqualTo("a");

        room.take(Samples.item("b", "Quinine", ""));
        assertThat(room.store.current(new RecordKey("item", "a"))).isEqualTo("b");
        assertThat(room.asideReasons()).isEmpty();
    }

    @Test
    void aMergeOfARecordThatIsNotThereYetHoldsWhenItComes() {
        room.take(Samples.item("b", "Quinine", ""), Samples.merge("item", "b", "a"));
        room.take(Samples.item("a", "Quinine", ""));
        assertThat(room.store.current(new RecordKey("item", "a"))).isEqualTo("b");
    }

    @Test
    void mergesThatContradictEachOtherEndWithTheFirst() {
        room.take(
                Samples.item("a", "Quinine", ""),
                Samples.item("b", "Quinine", ""),
                Samples.merge("item", "b", "a"),
                Samples.merge("item", "a", "b"));
        assertThat(room.store.current(new RecordKey("item", "a"))).isEqualTo("b");
        assertThat(room.store.current(new RecordKey("item", "b"))).isEqualTo("b");
    }

    @Test
    void mergedNamesAreSeenOncePerStore() {
        room.take(
                Samples.name("home", "Dépôt"),
                Samples.name("old", "Vieux", true, false),
                Samples.name("kept", "Neuf", false, true),
                Samples.name("older", "Plus vieux"),
                Samples.store("kept's own", "kept"),
                Samples.store("sees both", "home"),
                Samples.store("sees old", "home"),
                Samples.join("of itself", "kept's own", "old"),
                Samples.join("twin", "sees both", "old"),
                Samples.join("stays", "sees both", "kept"),
                Samples.join("handed", "sees old", "old"));

        room.take(Samples.merge("name", "kept", "old"));

        assertThat(room.store.find(new RecordKey("name", "old"))).isEmpty();
        assertThat(room.store.current(new RecordKey("name", "old"))).isEqualTo("kept");
        assertThat(room.everything())
                .containsKeys("name_store_join stays", "name_store_join handed")
                .doesNotContainKeys("name_store_join of itself", "name_store_join twin");
        assertThat(room.everything().get("name_store_join stays").replace(" ", ""))
                .contains("\"om_name_is_customer\":true", "\"om_name_is_supplier\":true");

        room.take(Samples.join("second", "sees old", "older"));
        room.take(Samples.merge("name", "old", "older"));
        assertThat(room.store.current(new RecordKey("name", "older"))).isEqualTo("kept");
        assertThat(room.everything()).containsKey("name_store_join handed").doesNotContainKey("name_store_join second");
        assertThat(room.strayContents()).isZero();
    }
}
