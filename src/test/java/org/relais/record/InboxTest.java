package org.relais.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.relais.catalogue.Action;
import org.relais.catalogue.Channel;
import org.relais.catalogue.RecordKey;
import org.relais.catalogue.RecordTypes;
import org.relais.catalogue.WireRecord;
import org.relais.testing.TestDatabase;

class InboxTest {

    @RegisterExtension
    static final TestDatabase db = TestDatabase.fresh();

    private StoreRoom room;

    @BeforeEach
    void anEmptyStore() {
        room = new StoreRoom(db.dataSource());
        room.empty();
    }

    @Test
    void theCursorMovesWithTheRecordsOrNotAtAll() {
        room.inbox.receive(Channel.OPEN_PULL, intake -> {
            intake.accept(Samples.unit("u1", "one"));
            intake.moveCursor(17);
            return "page";
        });
        assertThat(room.inbox.cursor(Channel.OPEN_PULL)).isEqualTo(17);
        assertThat(room.inbox.cursor(Channel.CENTRAL_RECORDS)).isZero();

        assertThatThrownBy(() -> room.inbox.receive(Channel.OPEN_PULL, intake -> {
                    for (int i = 0; i < 2500; i++) {
                        intake.accept(Samples.unit("more-" + i, "more"));
                    }
                    intake.moveCursor(99);
                    throw new IllegalStateException("the answer was cut");
                }))
                .hasMessage("the answer was cut");
        assertThat(room.inbox.cursor(Channel.OPEN_PULL)).isEqualTo(17);

        room.integrate();
        assertThat(room.everything()).hasSize(1);
        assertThat(room.strayContents()).isZero();
    }

    @Test
    void tellsHowMuchOfWhichTableCameAndOnlyWhatIsKept() {
        room.inbox.receive(Channel.OPEN_PULL, intake -> {
            intake.accept(Samples.unit("u1", "one"));
            intake.accept(Samples.unit("u2", "two"));
            intake.accept(new WireRecord(new RecordKey("made_up", "m"), Action.UPSERT, "{}"));
            return "page";
        });
        assertThatThrownBy(() -> room.inbox.receive(Channel.OPEN_PULL, intake -> {
                    intake.accept(Samples.unit("u3", "three"));
                    throw new IllegalStateException("cut");
                }))
                .hasMessage("cut");

        assertThat(room.events)
                .containsExactly(new RecordsReceived(Channel.OPEN_PULL, Map.of("unit", 2L, "made_up", 1L)));
        assertThat(room.store.backlog()).isEqualTo(new Backlog(3, 0));
    }

    @Test
    void nothingThatComesInFailsItsBatch() {
        List<WireRecord> odd = new ArrayList<>();
        odd.add(Samples.unit("", "no id"));
        odd.add(Samples.unit("x".repeat(256), "long id"));
        odd.add(Samples.unit("y".repeat(5000), "absurd id"));
        odd.add(Samples.unit("💊".repeat(300), "absurd id of rare characters"));
        odd.add(Samples.upsert("t".repeat(400), "u2", "{}"));
        odd.add(Samples.upsert("unit", "no json", "{\"ID\": nonsense"));
        odd.add(Samples.upsert("unit", "no object", "[]"));
        odd.add(Samples.upsert("unit", "empty", ""));
        odd.add(Samples.upsert("unit", "missing", "{\"ID\":\"missing\",\"units\":\"\",\"order_number\":1}"));
        odd.add(Samples.direction("long reference", "r".repeat(3000), "twice"));
        odd.add(Samples.location("long store", "A", "s".repeat(3000)));
        odd.add(new WireRecord(new RecordKey("item", "broken merge"), Action.MERGE, "{\"mergeIdToKeep\":5}"));
        odd.add(new WireRecord(new RecordKey("unit", "unmergeable"), Action.MERGE, "{}"));
        odd.add(Samples.delete("diagnosis", "unsupported delete"));
        odd.add(Samples.delete("program_indicator", "refused delete"));
        odd.add(Samples.upsert(
                "unit", "💊é漢 'quoted\\", Samples.unit("u0", "good: 💊").data()));
        odd.add(Samples.unit("u1", "good"));
        room.receive(odd);

        IntegrationResult result = room.integrate();

        assertThat(result.integrated()).isEqualTo(2);
        assertThat(room.everything()).containsOnlyKeys("unit u1", "unit 💊é漢 'quoted\\");
        assertThat(room.asideReasons())
                .hasSize(15)
                .contains(
                        "unit  BAD_ID: empty",
                        "unit " + "x".repeat(255) + " BAD_ID: 256 characters",
                        "unit " + "y".repeat(255) + " BAD_ID: 5000 characters",
                        "unit " + "💊".repeat(255) + " BAD_ID: 300 characters",
                        "t".repeat(255) + " u2 UNKNOWN_TYPE",
                        "unit unmergeable MERGE_UNSUPPORTED",
                        "item broken merge MERGE_UNREADABLE mergeIdToKeep",
                        "diagnosis unsupported delete DELETE_UNSUPPORTED",
                        "program_indicator refused delete DELETE_REFUSED")
                .anySatisfy(reason -> assertThat(reason).startsWith("unit missing MISSING_FIELD comment"));
        assertThat(room.strayContents()).isZero();
    }

    @Test
    void aRecordIsKeptToTheLastCharacter() {
        String data = """
                { "order_number" : 1, "ID":"u1", "comment":"\\ud83d\\udc8a 💊 \\u0000", "units":"tab",
                  "charge code": 1.10, "big": 123456789012345678901234567890.00100, "nested": {"b": [1, 2.0, null], "a": {}} }""";
        room.take(Samples.upsert("unit", "u1", data));
        assertThat(room.store.find(new RecordKey("unit", "u1")).orElseThrow().data())
                .isEqualTo(data);
    }

    @Test
    void idsMadeOfOtherTextsAreTaken() {
        String id = "NumberOfMonthsToCheckForConsumptionWhenCalculatingOutOfStockProducts_"
                + "d7bf0e5e-7a6c-4d35-9f4e-3c1ff3a1a0a1";
        String longest = "💊".repeat(255);
        room.take(Samples.unit(id, "made of two texts"), Samples.unit(longest, "as long as it gets"));
        assertThat(room.everything()).containsOnlyKeys("unit " + id, "unit " + longest);
    }

    @Test
    void recordsOfManyMegabytesComeThrough() {
        String large = "x".repeat(5_000_000);
        room.take(
                Samples.abbreviation("a1", large),
                Samples.abbreviation("a2", "💊".repeat(1_000_000)),
                Samples.abbreviation("a3", "small"));
        assertThat(room.everything()).hasSize(3);
        assertThat(room.store
                        .find(new RecordKey("abbreviation", "a1"))
                        .orElseThrow()
                        .data())
                .contains(large);
    }

    @Test
    void aRecordThatTheDatabaseCannotTakeIsSetAsideWithoutItsText() throws SQLException {
        try (Connection connection = db.dataSource().getConnection();
                InboxRows rows = new InboxRows(connection, Channel.CENTRAL_RECORDS, room.projections, Instant.now());
                ArrivalWriter writer = new ArrivalWriter(
                        connection,
                        Channel.CENTRAL_RECORDS,
                        new Examiner(RecordTypes.load()),
                        rows,
                        new LargestText(12_288),
                        null)) {
            writer.accept(Samples.abbreviation("giant", "x".repeat(20_000)));
            writer.accept(Samples.abbreviation("a1", "é".repeat(5_000)));
            writer.finish();
        }
        room.integrate();
        assertThat(room.everything()).containsOnlyKeys("abbreviation a1");
        assertThat(room.asideReasons()).singleElement().asString().startsWith("abbreviation giant TOO_LARGE");
        assertThat(room.store.retryAll()).isZero();
    }

    @Test
    void idsAreToldApartByCaseAndBlanks() {
        room.take(Samples.unit("a", "1"), Samples.unit("A", "2"), Samples.unit("a ", "3"), Samples.unit("à", "4"));
        assertThat(room.everything()).hasSize(4);
        assertThat(room.store.find(new RecordKey("Unit", "a"))).isEmpty();
        assertThat(room.store.find(new RecordKey("unit", "a  "))).isEmpty();
    }

    @Test
    void recordsOfUnknownTablesAreServedAndIntegratedByTheVersionThatKnowsThem() {
        RecordTypes newer = RecordTypes.read("""
                types:
                  - table: drone
                    about: something that flies medicines
                    channels: [central]
                    after: []
                    deletion: hard
                    fields:
                      ID: {type: text, presence: required}
                """);
        room.take(
                Samples.upsert("drone", "d1", "{\"ID\":\"d1\"}"),
                Samples.upsert("drone", "d1", "{\"ID\":\"d1\",\"wings\":4}"),
                Samples.upsert("drone", "d2", "{}"),
                Samples.upsert("drone", "d3", "{\"ID\":\"d3\"}"),
                Samples.delete("drone", "d3"));
        assertThat(room.store.find(new RecordKey("drone", "d1")).orElseThrow().data())
                .isEqualTo("{\"ID\":\"d1\",\"wings\":4}");
        assertThat(room.store.find(new RecordKey("drone", "d3"))).isEmpty();
        assertThat(room.store.counts()).containsExactly(new TableCount("drone", 0, 3, 0));

        StoreRoom upgraded = room.withTypes(newer);
        upgraded.reexamination.run(null);
        upgraded.integrate();

        assertThat(upgraded.everything()).containsOnlyKeys("drone d1");
        assertThat(upgraded.everything()).containsValue("{\"ID\":\"d1\",\"wings\":4}");
        assertThat(upgraded.store.counts()).containsExactly(new TableCount("drone", 1, 0, 1));
        assertThat(upgraded.strayContents()).isZero();
    }

    @Test
    void whoListensAndFailsDoesNotUndoWhatWasReceived() {
        room.deafened = new IllegalStateException("a listener of this test fails");
        room.receive(Samples.unit("u1", "kept"));
        room.deafened = null;
        room.integrate();
        assertThat(room.everything()).containsOnlyKeys("unit u1");
    }
}
