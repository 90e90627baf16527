package org.relais.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.relais.catalogue.CentralServer;
import org.relais.catalogue.JsonCopy;
import org.relais.catalogue.RecordTypes;
import org.relais.catalogue.WireRecord;
import org.relais.record.projection.Column;
import org.relais.record.projection.Projection;
import org.relais.record.projection.Projections;
import org.relais.record.projection.ReferencesTo;
import org.relais.testing.TestDatabase;

/** Whatever happened to the store, and whatever records say: a projection says what it would say if it were made this moment. */
class ProjectionHistoryTest {

    private static final TestDatabase db = TestDatabase.fresh();
    private static final RecordTypes TYPES = RecordTypes.load();

    /** Each with a table in two versions of the program; a chunk of the rebuilding is as small as it can be. */
    private static final List<String> PROJECTED =
            List.of("item", "item_direction", "Location", "name", "name_store_join");

    /** What no checker looks at, and no projection may stumble over. */
    private static final List<String> ODD = List.of(
            "1",
            "\"1\"",
            "\"text\"",
            "true",
            "null",
            "{\"odd\":2}",
            "[3]",
            "\"\\ud800\"",
            "1e400",
            "-0.5e-300",
            "9".repeat(400),
            "\"" + "x".repeat(400) + "\"",
            "\"é😀\\u0000\\n\"",
            "1,\"odd\":2",
            "\"\",\"\\u006fdd\":7",
            "[".repeat(40) + "]".repeat(40));

    /** One thing that happens. */
    private interface Step {

        void happen(World world);
    }

    /** The store, and the program over it, which may be replaced by another version. */
    private static final class World {

        private StoreRoom room;

        World() {
            become(true);
            room.empty();
            Stream.concat(room.projections.tables().stream(), Stream.of("projection"))
                    .forEach(table -> room.jdbc.sql("delete from " + table).update());
            become(true);
            room.take(Samples.name("n0", "Dépôt"), Samples.store(Samples.OWN_STORE, "n0"));
        }

        void become(boolean newer) {
            var projections = new Projections(db.dataSource(), TYPES, declared(newer), asked(newer), 2);
            room = new StoreRoom(db.dataSource(), TYPES, projections);
            rebuildSome();
        }

        private static List<Projection> declared(boolean newer) {
            return PROJECTED.stream()
                    .filter(type -> newer || !type.equals("item"))
                    .map(type -> new Projection("p_" + type.toLowerCase(), type, columns(newer)))
                    .toList();
        }

        private static List<Column> columns(boolean newer) {
            return List.of(
                    Column.store("store_id"),
                    Column.version("version"),
                    Column.text("a_text", newer ? "odd" : "code", 40),
                    Column.id("an_id", newer ? "odd" : "item_ID"),
                    Column.number("a_number", newer ? "odd" : "priority"),
                    Column.flag("a_flag", newer ? "odd" : "customer"));
        }

        private static List<ReferencesTo> asked(boolean newer) {
            return Stream.of("item", "name", newer ? "store" : "item_category")
                    .map(ReferencesTo::new)
                    .toList();
        }

        boolean rebuildSome() {
            return room.transaction().execute(status -> {
                Gate.STORE.lock(room.jdbc);
                return room.projections.rebuildSome();
            });
        }

        void startOver() {
            new CleanSlate(room.jdbc, room.projections).wipe();
            room.take(Samples.name("n0", "Dépôt"), Samples.store(Samples.OWN_STORE, "n0"));
        }

        void finish() {
            room.integrate();
            for (boolean more = true; more; ) {
                more = rebuildSome();
            }
        }

        List<Map<String, Object>> rows() {
            List<Map<String, Object>> rows = new ArrayList<>();
            room.projections
                    .tables()
                    .forEach(table -> rows.addAll(room.jdbc
                            .sql("select '" + table + "' as kept_in, p.* from " + table + " p order by 2, 3, 4, 5")
                            .query()
                            .listOfRows()));
            return rows;
        }

        void rowsOfRecordsInUse() {
            for (String table : room.projections.tables()) {
                String type = PROJECTED.stream()
                        .filter(each -> table.equals("p_" + each.toLowerCase()))
                        .findFirst()
                        .orElse(null);
                if (type != null) {
                    assertThat(ids("select concat(id, ' ', version, ' ', coalesce(store_id, '')) from " + table))
                            .as(table)
                            .isEqualTo(
                                    ids("select concat(id, ' ', content, ' ', coalesce(store_id, '')) from record_entry"
                                            + " where deleted_at is null and type = '" + type + "'"));
                }
            }
        }

        private List<String> ids(String sql) {
            return room.jdbc.sql(sql + " order by 1").query(String.class).list();
        }
    }

    @BeforeContainer
    static void tables() {
        var room = new StoreRoom(db.dataSource());
        PROJECTED.forEach(type ->
                room.jdbc.sql("create table p_" + type.toLowerCase() + """
                 (id varchar(255) character set utf8mb4 collate utf8mb4_nopad_bin not null primary key,
                store_id varchar(64), version bigint not null, a_text varchar(40),
                an_id varchar(255) character set utf8mb4 collate utf8mb4_nopad_bin,
                a_number double, a_flag boolean not null) default character set utf8mb4
                """).update());
    }

    @AfterContainer
    static void drop() {
        db.close();
    }

    @Property(tries = 30, shrinking = ShrinkingMode.OFF)
    void projectionSaysWhatTheStoreSays(@ForAll("histories") List<Step> history) {
        var world = new World();
        history.forEach(step -> step.happen(world));
        world.finish();

        List<Map<String, Object>> kept = world.rows();
        world.rowsOfRecordsInUse();
        world.room
                .projections
                .tables()
                .forEach(table -> world.room.jdbc.sql("delete from " + table).update());
        world.room.jdbc.sql("delete from projection").update();
        world.finish();
        assertThat(kept).isEqualTo(world.rows());
        assertThat(world.room.store.setAside(100))
                .noneMatch(aside -> aside.reason().kind() == ReasonKind.DATABASE);
    }

    @Provide
    Arbitrary<List<Step>> histories() {
        return Arbitraries.frequencyOf(
                        Tuple.of(6, received()),
                        Tuple.of(3, Arbitraries.just((Step) world -> world.room.integrate())),
                        Tuple.of(2, saved()),
                        Tuple.of(1, id().map(id -> (Step) world -> world.room.delete("Location", id))),
                        Tuple.of(1, Arbitraries.just((Step) world -> processed(world.room))),
                        Tuple.of(1, Arbitraries.just((Step) World::startOver)),
                        Tuple.of(1, Arbitraries.of(true, false).map(newer -> (Step) world -> world.become(newer))),
                        Tuple.of(2, Arbitraries.just((Step) World::rebuildSome)),
                        Tuple.of(1, Arbitraries.just((Step) world -> world.room.store.retryAll())))
                .list()
                .ofMinSize(5)
                .ofMaxSize(30);
    }

    private static void processed(StoreRoom room) {
        for (CentralServer server : CentralServer.values()) {
            room.outbox.processed(server, room.outbox.waitingFor(server, 0, 100));
        }
    }

    private static Arbitrary<Step> received() {
        return Combinators.combine(arrival().list().ofMinSize(1).ofMaxSize(8), Arbitraries.of(true, false))
                .as((records, promptly) -> world -> {
                    if (promptly) {
                        world.room.receivePromptly(records);
                    } else {
                        world.room.receive(records);
                    }
                });
    }

    private static Arbitrary<Step> saved() {
        return odd(id().map(id -> Samples.location(id, "A" + id))).map(record -> world -> world.room.save(record));
    }

    private static Arbitrary<WireRecord> arrival() {
        Arbitrary<WireRecord> records = Arbitraries.oneOf(
                Combinators.combine(id(), id())
                        .as((id, category) -> Samples.item(id, "i", id.equals("1") ? category : "")),
                Combinators.combine(id(), id()).as((id, item) -> Samples.direction(id, item, "d")),
                id().map(id -> Samples.category(id)),
                id().map(id -> Samples.name("n" + id, "Nom", true, false)),
                id().map(id -> Samples.location(id, "B" + id)),
                Combinators.combine(id(), Arbitraries.of(ODD)).as(ProjectionHistoryTest::preference),
                Combinators.combine(id(), id(), Arbitraries.of(true, false))
                        .as((id, name, inactive) -> Samples.join(id, Samples.OWN_STORE, "n" + name, inactive)));
        return Arbitraries.frequencyOf(
                Tuple.of(8, odd(records)),
                Tuple.of(
                        2,
                        Combinators.combine(Arbitraries.of("item", "item_direction", "name_store_join"), id())
                                .as(Samples::delete)),
                Tuple.of(1, id().map(id -> Samples.delete("name", "n" + id))),
                Tuple.of(1, Combinators.combine(id(), id()).as((keep, gone) -> Samples.merge("item", keep, gone))),
                Tuple.of(
                        2,
                        Combinators.combine(id(), id())
                                .as((keep, gone) -> Samples.merge("name", "n" + keep, "n" + gone))));
    }

    /** Of a kind that no check looks at: what it refers to may be anything that has room as the store that owns it. */
    private static WireRecord preference(String id, String odd) {
        String store = odd.length() > 100 ? "\"\"" : odd;
        return Samples.upsert("pref", id, "{\"item\":\"of_another_program\",\"store_ID\":" + store + "}");
    }

    /** The record with a key more, in the compact form in which records are kept. */
    private static Arbitrary<WireRecord> odd(Arbitrary<WireRecord> records) {
        return Combinators.combine(records, Arbitraries.of(ODD))
                .as((record, odd) -> new WireRecord(
                        record.key(),
                        record.action(),
                        compact("{\"odd\":" + odd + "," + record.data().substring(1))));
    }

    private static String compact(String json) {
        try (var parser = JsonCopy.parser(json)) {
            parser.nextToken();
            return JsonCopy.copyValue(parser);
        }
    }

    private static Arbitrary<String> id() {
        return Arbitraries.of("1", "2", "3", "4", "5");
    }
}
