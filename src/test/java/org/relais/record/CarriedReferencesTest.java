package org.relais.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.relais.catalogue.RecordTypes;
import org.relais.catalogue.WireRecord;
import org.relais.record.projection.Projections;
import org.relais.record.projection.ReferencesTo;
import org.relais.testing.TestDatabase;

/** A kept reference is the same whether an arrival carried it into the store or it was found in the record's text later. */
class CarriedReferencesTest {

    private static final RecordTypes TYPES = RecordTypes.load();

    @RegisterExtension
    static final TestDatabase db = TestDatabase.fresh();

    private StoreRoom room;

    @BeforeEach
    void nothing() {
        room = asking("store");
        room.empty();
        room.jdbc.sql("delete from record_reference").update();
        rebuild();
    }

    private static StoreRoom asking(String... tables) {
        List<ReferencesTo> asked =
                List.of(tables).stream().map(ReferencesTo::new).toList();
        return new StoreRoom(
                db.dataSource(), TYPES, new Projections(db.dataSource(), TYPES, List.of(), asked, StoreRoom.CHUNK));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"store_ID\":\"s1\"                        | s1",
                "\"store_ID\":\" \"                         | ` `",
                "\"store_ID\":\"😀\\n\"                     | `😀\n`",
                "\"store_ID\":\"\"                          |",
                "\"store_ID\":null                          |",
                "\"store_ID\":7                             |",
                "\"store_ID\":true                          |",
                "\"store_ID\":{\"store_ID\":\"s1\"}         |",
                "\"store_ID\":[\"s1\"]                      |",
                "\"x\":1                                    |",
                "\"store_ID\":\"s1\\ud800\"                 | s1�",
                "\"x\":\"\\udc00\",\"store_ID\":\"s1\"      | s1",
                "\"x\":{\"store_ID\":\"s2\",\"y\":\"\\udc00\"},\"store_ID\":\"s1\" | s1",
                "\"store_ID\":\"s1\",\"store_ID\":\"s2\"    | s2",
                "\"x\":[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]],\"store_ID\":\"s1\" | s1",
            })
    void oddTextsSayTheSameBothWays(String keys, String id) {
        sameBothWays(preference(keys), id);
    }

    @ParameterizedTest
    @ValueSource(ints = {255, 256})
    void whatIsTooLongForAnIdIsNone(int characters) {
        String id = "😀".repeat(characters);
        room = asking("Location_type");
        WireRecord item = Samples.item("p", "Vaccin", "");
        String data = item.data()
                .replace("\"restricted_location_type_ID\":\"\"", "\"restricted_location_type_ID\":\"" + id + "\"");
        assertThat(data).contains(id);
        sameBothWays(new WireRecord(item.key(), item.action(), data), characters > 255 ? null : id);
    }

    private void sameBothWays(WireRecord record, String id) {
        assertThat(room.take(record).setAside()).isZero();
        assertThat(kept()).isEqualTo(Optional.ofNullable(id));
        room.jdbc.sql("delete from record_reference").update();
        room.jdbc.sql("delete from projection").update();
        rebuild();
        assertThat(kept()).isEqualTo(Optional.ofNullable(id));
    }

    @Test
    void arrivalIsNotReadAgainWhenItIsStored() {
        room.receive(preference("\"store_ID\":\"s1\""));
        room.jdbc.sql("update content set data = '{}'").update();
        room.integrate();
        assertThat(kept()).contains("s1");
    }

    @Test
    void arrivalOfAProgramThatAskedForSomethingElseIsReadAgain() {
        asking().receive(preference("\"store_ID\":\"s1\""));
        room.integrate();
        assertThat(kept()).contains("s1");

        asking("name", "store").receive(Samples.store("s2", "n1"));
        asking("name").receive(Samples.name("n1", "Nom"));
        StoreRoom namesOnly = asking("name");
        namesOnly.integrate();
        assertThat(namesOnly
                        .jdbc
                        .sql("select target_id from record_reference where type = 'store' and target = 'name'")
                        .query(String.class)
                        .list())
                .containsExactly("n1");
    }

    @Test
    void recordThatIsLookedAtAgainCarriesWhatIsFoundThen() {
        room.receive(preference("\"store_ID\":\"s1\""));
        room.jdbc
                .sql("update inbox set state = 'BROKEN', reason = 'FAULT', carried = null, ref1 = null")
                .update();
        assertThat(room.store.retryAll()).isEqualTo(1);
        room.jdbc.sql("update content set data = '{}'").update();
        room.integrate();
        assertThat(kept()).contains("s1");
    }

    /** Of a kind that no check looks at: any value may come. */
    private static WireRecord preference(String keys) {
        return Samples.upsert("pref", "p", "{\"item\":\"of_another_program\"," + keys + "}");
    }

    private Optional<String> kept() {
        return room.jdbc
                .sql("select target_id from record_reference where id = 'p'")
                .query(String.class)
                .optional();
    }

    private void rebuild() {
        for (boolean more = true; more; ) {
            more = room.transaction().execute(status -> room.projections.rebuildSome());
        }
    }
}
