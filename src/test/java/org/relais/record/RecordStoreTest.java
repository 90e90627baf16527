package org.relais.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.relais.catalogue.CentralServer;
import org.relais.catalogue.RecordKey;
import org.relais.catalogue.RecordTypes;
import org.relais.catalogue.WireRecord;
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
        assertThat(asides(SetAsideFilter.ALL, 0, 2)).containsExactly("i1", "u1");
        assertThat(asides(SetAsideFilter.ALL, 2, 2)).containsExactly("d1");
        assertThat(asides(new SetAsideFilter(null, null, "i1", null, null), 0, 10))
                .containsExactly("i1", "d1");
        assertThat(asides(new SetAsideFilter("unit", null, "", null, null), 0, 10))
                .containsExactly("u1");
        assertThat(asides(new SetAsideFilter(null, ReasonKind.REFERENCE_MISSING, "d1", null, null), 0, 10))
                .containsExactly("d1");
        assertThat(room.store.setAsideCount(new SetAsideFilter(null, null, "unit", null, null)))
                .isEqualTo(1);
        assertThat(room.store.setAsideCounts())
                .containsExactly(
                        new SetAsideCount("item", ReasonKind.REFERENCE_MISSING, 1),
                        new SetAsideCount("item_direction", ReasonKind.REFERENCE_MISSING, 1),
                        new SetAsideCount("unit", ReasonKind.MISSING_FIELD, 1));
        assertThat(room.store.setAside(10).get(1).retriesItself()).isFalse();
    }

    @Test
    void aRecordIsTriedAgainWhenAPersonAsksForIt() {
        room.take(Samples.upsert("unit", "u1", "{}"), Samples.upsert("unit", "u2", "{}"));
        for (SetAside aside : room.store.setAside(10)) {
            room.jdbc
                    .sql("update content set data = ? where number = ?")
                    .params(Samples.unit(aside.key().id(), "repaired").data(), aside.number())
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
    void aStartLooksAgainOnlyWhenTheDescriptionOfTheTypesIsAnother() {
        room.jdbc.sql("delete from catalogue_seen").update();
        room.take(Samples.upsert("unit", "u1", "{}"));
        room.reexamination.run(null);
        SetAside aside = room.store.setAside(10).getFirst();
        room.jdbc
                .sql("update content set data = ? where number = ?")
                .params(Samples.unit("u1", "repaired").data(), aside.number())
                .update();

        room.reexamination.run(null);
        assertThat(room.store.setAside(10)).hasSize(1);

        StoreRoom newer = room.withTypes(RecordTypes.read(yaml() + "\n# another description\n"));
        newer.reexamination.run(null);
        assertThat(room.store.setAside(10)).isEmpty();
    }

    private static String yaml() {
        try (InputStream yaml = RecordStoreTest.class.getResourceAsStream("/record-types.yaml")) {
            return new String(yaml.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void screensSeeRecordsAsColumns() {
        room.take(
                Samples.name("n1", "Dépôt \\\"central\\\"", true, false),
                Samples.store(Samples.OWN_STORE, "n1"),
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
    }

    @Test
    void whatWasSetAsideIsFoundByWhenItCame() {
        Instant before = Instant.now().minusSeconds(60);
        room.take(Samples.upsert("unit", "u1", "{}"));
        Instant after = Instant.now().plusSeconds(60);
        assertThat(asides(SetAsideFilter.cameBetween(before, after), 0, 10)).containsExactly("u1");
        assertThat(asides(SetAsideFilter.cameBetween(before, null), 0, 10)).containsExactly("u1");
        assertThat(room.store.setAsideCount(SetAsideFilter.cameBetween(after, null)))
                .isZero();
        assertThat(room.store.setAsideCount(SetAsideFilter.cameBetween(null, before)))
                .isZero();
    }

    @Test
    void oneThatWasSetAsideIsFoundWithItsText() {
        room.take(Samples.upsert("unit", "u 1", "{\"a\":<b>}"), Samples.item("i1", "Quinine", "c 1"));
        SetAside unit = room.store.setAside(new RecordKey("unit", "u 1")).orElseThrow();
        assertThat(room.store.setAside(unit.number())).contains(unit);
        assertThat(room.store.setAsideText(unit.number())).contains("{\"a\":<b>}");
        assertThat(unit.reason().missingRecord()).isEmpty();
        assertThat(room.store
                        .setAside(new RecordKey("item", "i1"))
                        .orElseThrow()
                        .reason()
                        .missingRecord())
                .contains(new RecordKey("item_category", "c 1"));
        assertThat(room.store.setAside(new RecordKey("unit", "u1"))).isEmpty();
        assertThat(room.store.setAside(unit.number() + 1_000_000)).isEmpty();
    }

    @Test
    void eachThatWasSetAsideIsHandedOverOnce() {
        WireRecord[] units = IntStream.range(0, 450)
                .mapToObj(n -> Samples.upsert("unit", "u" + n, "{}"))
                .toArray(WireRecord[]::new);
        room.take(units);
        room.take(Samples.upsert("unit", "u7", "[]"), Samples.item("i1", "Quinine", "c1"));
        List<Long> handed = new ArrayList<>();
        room.store.eachSetAside(SetAsideFilter.ALL, aside -> handed.add(aside.number()));
        assertThat(handed).doesNotHaveDuplicates().hasSize((int) room.store.setAsideCount(SetAsideFilter.ALL));
        List<String> items = new ArrayList<>();
        room.store.eachSetAside(
                new SetAsideFilter("item", null, "", null, null),
                aside -> items.add(aside.key().id()));
        assertThat(items).containsExactly("i1");
    }

    @Test
    void thereIsOneNumberOfWhatIsToBeReportedAndOfWhatWaits() {
        room.take(Samples.name("n1", "Dépôt"), Samples.store(Samples.OWN_STORE, "n1"));
        room.receive(Samples.upsert("unit", "u1", "{}"));
        room.receive(Samples.upsert("drone", "d1", "{}"));
        room.receive(Samples.item("i1", "Paracetamol", "no such category"));
        room.receive(Samples.direction("r1", "no such item", "1 cp"));
        room.integrate();
        assertThat(room.store.setAsideTotal()).isEqualTo(new SetAsideTotal(1, 3));
        assertThat(room.store.setAsideTotal(SetAsideFilter.ALL)).isEqualTo(new SetAsideTotal(1, 3));
        assertThat(room.store.setAsideTotal(new SetAsideFilter("unit", null, "", null, null)))
                .isEqualTo(new SetAsideTotal(1, 0));

        room.save(Samples.location("l1", "A"));
        room.outbox.failed(
                room.outbox.waitingFor(CentralServer.LEGACY, 0, 1).getFirst(),
                new Reason(ReasonKind.RECORD_REFUSED, null, "no"));

        assertThat(room.store.setAsideTotal()).isEqualTo(new SetAsideTotal(2, 3));
        assertThat(room.store.counts().stream().mapToLong(TableCount::failed).sum())
                .isEqualTo(2);
        room.events.clear();
        room.store.retryAll();
        assertThat(room.events).containsExactly(new RecordsRetried(0));
    }

    private List<String> asides(SetAsideFilter filter, int offset, int limit) {
        return room.store.setAside(filter, offset, limit).stream()
                .map(record -> record.key().id())
                .toList();
    }

    private Map<String, Object> row(String sql) {
        return room.jdbc.sql(sql).query().singleRow();
    }
}
