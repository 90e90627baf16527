package org.relais.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.relais.testing.TestDatabase;

class RecordStoreTest {

    @RegisterExtension
    static final TestDatabase db = TestDatabase.fresh();

    private StoreRoom room;

    @BeforeEach
    void anEmptyStore() {
        room = new StoreRoom(db.dataSource());
        room.empty();
    }

    @Test
    void countsWhatIsStoredWaitsOrFailed() {
        room.take(
                Samples.category("c1"),
                Samples.item("i1", "Quinine", "c1"),
                Samples.item("i2", "Zinc", "c2"),
                Samples.upsert("item", "i3", "{}"),
                Samples.upsert("drone", "d1", "{}"),
                Samples.unit("gone", ""));
        room.take(Samples.delete("unit", "gone"));
        room.receive(Samples.item("i4", "Fer", ""));
        assertThat(room.store.counts())
                .containsExactly(
                        new TableCount("drone", 0, 1, 0),
                        new TableCount("item", 1, 2, 1),
                        new TableCount("item_category", 1, 0, 0));
    }

    @Test
    void whatWasSetAsideIsPagedAndFiltered() {
        room.take(
                Samples.item("i1", "Quinine", "c1"),
                Samples.upsert("unit", "u1", "{}"),
                Samples.direction("d1", "i1", "twice"));
        assertThat(room.store.setAside("", 0, 2)).extracting(SetAside::id).containsExactly("i1", "u1");
        assertThat(room.store.setAside("", 2, 2)).extracting(SetAside::id).containsExactly("d1");
        assertThat(room.store.setAside("i1", 0, 10)).extracting(SetAside::id).containsExactly("i1", "d1");
        assertThat(room.store.setAsideCount("unit")).isEqualTo(1);
        assertThat(room.store.setAside(10).get(1).retriesItself()).isFalse();
    }

    @Test
    void aRecordIsTriedAgainWhenAPersonAsksForIt() {
        room.take(Samples.upsert("unit", "u1", "{}"), Samples.upsert("unit", "u2", "{}"));
        for (SetAside aside : room.store.setAside(10)) {
            room.jdbc
                    .sql("update content set data = ? where number = ?")
                    .params(Samples.unit(aside.id(), "repaired").data(), aside.number())
                    .update();
        }
        long first = room.store.setAside(10).getFirst().number();
        assertThat(room.store.retry(first)).isTrue();
        assertThat(room.store.retry(first)).isFalse();
        room.integrate();
        assertThat(room.everything()).containsOnlyKeys("unit u1");

        assertThat(room.store.retryAll()).isEqualTo(1);
        room.integrate();
        assertThat(room.everything()).containsOnlyKeys("unit u1", "unit u2");
    }

    @Test
    void screensSeeRecordsAsColumns() {
        room.take(
                Samples.name("n1", "Dépôt \\\"central\\\"", true, false),
                Samples.store(Samples.OWN_STORE, "n1"),
                Samples.locationType("t1"),
                Samples.location("l1", "A1"),
                Samples.name("n2", "Parti"));
        room.take(Samples.delete("name", "n2"));
        assertThat(row("select name, code, type, customer, supplier from name_view"))
                .isEqualTo(Map.of(
                        "name", "Dépôt \"central\"", "code", "n1", "type", "facility", "customer", 1, "supplier", 0));
        assertThat(row("select id, code, name_id, name, site_id, mode, disabled from store_view"))
                .isEqualTo(Map.of(
                        "id",
                        Samples.OWN_STORE,
                        "code",
                        Samples.OWN_STORE,
                        "name_id",
                        "n1",
                        "name",
                        "Dépôt \"central\"",
                        "site_id",
                        3L,
                        "mode",
                        "store",
                        "disabled",
                        0));
        assertThat(row("select description, temperature_min, temperature_max from location_type_view"))
                .isEqualTo(Map.of("description", "Froid", "temperature_min", 2.0, "temperature_max", 8.0));
        assertThat(
                        row(
                                "select id, store_id, code, description, on_hold, volume from location_view where type_id is null"))
                .isEqualTo(Map.of(
                        "id",
                        "l1",
                        "store_id",
                        Samples.OWN_STORE,
                        "code",
                        "A1",
                        "description",
                        "Étagère",
                        "on_hold",
                        1,
                        "volume",
                        12.5));
    }

    private Map<String, Object> row(String sql) {
        return room.jdbc.sql(sql).query().singleRow();
    }
}
