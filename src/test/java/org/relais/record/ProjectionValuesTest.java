package org.relais.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.relais.catalogue.RecordKey;
import org.relais.catalogue.RecordTypes;
import org.relais.record.projection.Column;
import org.relais.record.projection.Projection;
import org.relais.record.projection.Projections;
import org.relais.record.projection.RecordReferences;
import org.relais.record.projection.ReferencesTo;
import org.relais.testing.TestDatabase;

/** What becomes of values in a projection: whatever a column cannot hold is null, and no record stays behind for it. */
class ProjectionValuesTest {

    private static final RecordTypes TYPES = RecordTypes.load();
    private static final List<ReferencesTo> ASKED = List.of(new ReferencesTo("item"));

    @RegisterExtension
    static final TestDatabase db = TestDatabase.fresh();

    private StoreRoom room;

    @BeforeEach
    void aTable() {
        var projection = new Projection(
                "values_of_units",
                "unit",
                List.of(
                        Column.text("a_text", "odd", 5),
                        Column.id("an_id", "odd"),
                        Column.number("a_number", "odd"),
                        Column.flag("a_flag", "odd"),
                        Column.moment("a_moment", "odd", "day", "time")));
        room = new StoreRoom(
                db.dataSource(),
                TYPES,
                new Projections(db.dataSource(), TYPES, List.of(projection), ASKED, StoreRoom.CHUNK));
        room.empty();
        room.jdbc.sql("delete from record_reference").update();
        room.jdbc
                .sql("create or replace table values_of_units (id varchar(255) character set utf8mb4"
                        + " collate utf8mb4_nopad_bin not null primary key, a_text varchar(5), an_id varchar(255),"
                        + " a_number double, a_flag boolean not null, a_moment bigint) default character set utf8mb4")
                .update();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"odd\":\"abcdefg\"            | abcde | abcdefg |        | false",
                "\"odd\":\"\"                   | ``    |         |        | false",
                "\"odd\":\" \"                  | ` `   | ` `     |        | false",
                "\"odd\":\"😀😀😀😀😀😀\"       | 😀😀😀😀😀 | 😀😀😀😀😀😀 | | false",
                "\"odd\":12.50                  | 12.50 | 12.50   | 12.5   | false",
                "\"odd\":\"-3e-2\"              | -3e-2 | -3e-2   | -0.03  | false",
                "\"odd\":1e400                  | 1e400 | 1e400   |        | false",
                "\"odd\":true                   | 1     | 1       | 1.0    | true",
                "\"odd\":false                  | 0     | 0       | 0.0    | false",
                "\"odd\":null                   |       |         |        | false",
                "\"odd\":{\"odd\":1}            |       |         |        | false",
                "\"odd\":[1]                    |       |         |        | false",
                "\"odd\":\"a\",\"odd\":\"b\"    | a     | a       |        | false",
                "\"odd\":\"a\\ud800\"           | a�    | a�      |        | false",
                "\"x\":\"\\udc00\",\"odd\":7    | 7     | 7       | 7.0    | false",
                "\"x\":1                        |       |         |        | false",
                "\"x\":[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]],\"odd\":7 | | | | false",
            })
    void valueIsWhatTheColumnCanHold(String keys, String text, String id, Double number, boolean flag) {
        IntegrationResult result = room.take(Samples.upsert("unit", "u", """
                {%s,"ID":"u","units":"tab","comment":"","order_number":1}""".formatted(keys)));

        assertThat(result.setAside()).isZero();
        Map<String, Object> row =
                room.jdbc.sql("select * from values_of_units").query().singleRow();
        assertThat(row.get("a_text")).isEqualTo(text);
        assertThat(row.get("an_id")).isEqualTo(id);
        assertThat(row.get("a_number")).isEqualTo(number);
        assertThat(row.get("a_flag")).isEqualTo(flag);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"odd\":\"2026-11-22T01:51:15\"                                   | 1795312275",
                "\"odd\":\"2026-11-22T01:51:15.999\",\"day\":\"2020-01-01\"       | 1795312275",
                "\"odd\":\"\",\"day\":\"2026-11-22\",\"time\":6675               | 1795312275",
                "\"odd\":null,\"day\":\"2026-11-22T00:00:00\",\"time\":\"6675\"    | 1795312275",
                "\"odd\":\"yesterday\",\"day\":\"2026-11-22\",\"time\":86399       | 1795391999",
                "\"day\":\"2026-11-22\",\"time\":86400                             | 1795305600",
                "\"day\":\"2026-11-22\",\"time\":-1                                | 1795305600",
                "\"day\":\"2026-11-22\"                                            | 1795305600",
                "\"odd\":\"1969-12-31T23:59:50\"                                   | -10",
                "\"odd\":\"0000-00-00T00:00:00\",\"day\":\"0000-00-00\",\"time\":0 |",
                "\"odd\":\"2026-13-22T01:51:15\"                                   |",
                "\"odd\":\"2026-11-22T24:00:00\"                                   |",
                "\"odd\":{},\"day\":[],\"time\":7                                  |",
                "\"odd\":1795312275,\"time\":7                                     |",
            })
    void momentIsSpelledTwiceAndNeverAReasonNotToStore(String keys, Long moment) {
        IntegrationResult result = room.take(Samples.upsert("unit", "u", """
                {%s,"ID":"u","units":"tab","comment":"","order_number":1}""".formatted(keys)));

        assertThat(result.setAside()).isZero();
        assertThat(room.jdbc.sql("select a_moment from values_of_units").query().singleRow())
                .containsEntry("a_moment", moment);
    }

    @Test
    void whoRefersToARecordIsFoundByAKey() {
        room.take(
                Samples.item("i1", "Quinine", ""), Samples.item("i2", "Quinine", ""), Samples.direction("d", "i1", ""));
        var references = new RecordReferences(db.dataSource(), ASKED);

        assertThat(references.to(new RecordKey("item", "i1"))).contains("item_direction");
        assertThat(references.to(new RecordKey("item", "i2"))).isEmpty();
        assertThat(room.jdbc
                        .sql("explain select type from record_reference where target = 'item' and target_id = 'i1'"
                                + " order by type limit 1")
                        .query((row, n) -> Optional.ofNullable(row.getString("key")))
                        .single())
                .contains("record_reference_target");
        room.take(Samples.delete("item_direction", "d"));
        assertThat(references.to(new RecordKey("item", "i1"))).isEmpty();
    }

    @Test
    void whatNobodyDeclaredIsNotAnsweredWithNothing() {
        var references = new RecordReferences(db.dataSource(), ASKED);

        assertThatThrownBy(() -> references.to(new RecordKey("name", "n")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Projections(
                        db.dataSource(), TYPES, List.of(), List.of(new ReferencesTo("no_such_table")), StoreRoom.CHUNK))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no_such_table");
    }
}
