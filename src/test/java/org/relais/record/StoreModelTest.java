package org.relais.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.relais.catalogue.CentralServer;
import org.relais.catalogue.Channel;
import org.relais.catalogue.RecordKey;
import org.relais.catalogue.WireRecord;
import org.relais.testing.TestDatabase;

/** Whatever arrives or is changed here, in whatever order and cut into whatever batches: the engine does what the model says. */
class StoreModelTest {

    private static final int IDS = 4;
    private static final int STEPS = 60;

    @RegisterExtension
    static final TestDatabase db = TestDatabase.fresh();

    static LongStream seeds() {
        return LongStream.range(0, 25);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theEngineDoesWhatTheModelSays(long seed) {
        var random = new Random(seed);
        var room = new StoreRoom(db.dataSource());
        var model = new StoreModel();
        room.empty();
        room.take(Samples.name("n1", "Dépôt"), Samples.store(Samples.OWN_STORE, "n1"));
        for (int step = 0; step < STEPS; step++) {
            switch (random.nextInt(16)) {
                case 0 -> {
                    WireRecord change = Samples.location(id(random), "ours " + step);
                    room.save(change);
                    model.save(change);
                }
                case 1 -> {
                    String id = id(random);
                    room.delete("Location", id);
                    model.deleteHere("Location", id);
                }
                case 2 -> {
                    CentralServer server = CentralServer.values()[random.nextInt(2)];
                    room.outbox.processed(server, room.outbox.waitingFor(server, 0, 100));
                    model.processed(server);
                }
                case 10, 11 -> {
                    List<WireRecord> ours = ours(random, step);
                    room.saveAll(ours.toArray(WireRecord[]::new));
                    ours.forEach(model::save);
                }
                case 12, 13 -> {
                    Channel toCome = Channel.values()[random.nextInt(Channel.values().length)];
                    room.integrateBeside(toCome);
                    model.integrateBeside(toCome);
                    compareStore(room, model);
                }
                case 3, 4, 5 -> {
                    room.integrate();
                    model.integrate();
                    compare(room, model);
                }
                case 14, 15 -> {
                    List<WireRecord> batch = batch(random, step);
                    room.receivePromptly(batch);
                    model.receivePromptly(batch);
                    compareStore(room, model);
                }
                default -> {
                    List<WireRecord> batch = batch(random, step);
                    room.receive(batch);
                    batch.forEach(model::receive);
                }
            }
        }
        room.integrate();
        model.integrate();
        compare(room, model);
    }

    private static void compare(StoreRoom room, StoreModel model) {
        compareStore(room, model);
        assertThat(room.store.setAsideCount(SetAsideFilter.ALL)).isEqualTo(model.left());
    }

    private static void compareStore(StoreRoom room, StoreModel model) {
        var everything = room.everything();
        everything.remove("name n1");
        everything.remove("store " + Samples.OWN_STORE);
        assertThat(everything).isEqualTo(model.everything());
        IntStream.range(0, IDS).mapToObj(String::valueOf).forEach(id -> assertThat(
                        room.store.current(new RecordKey("item", id)))
                .isEqualTo(model.current(id)));
        assertThat(room.outbox.pending()).isEqualTo(model.pending());
        assertThat(room.strayContents()).isZero();
        assertThat(room.comparison.compare().tables()).allSatisfy(found -> {
            assertThat(found.missing()).as(found.table()).isZero();
            assertThat(found.merged() + found.repeated()).as(found.table()).isNotNegative();
        });
    }

    private static List<WireRecord> batch(Random random, int step) {
        List<WireRecord> batch = new ArrayList<>();
        for (int i = random.nextInt(6); i >= 0; i--) {
            batch.add(arrival(random, step + "." + i));
        }
        if (random.nextInt(4) == 0) {
            batch.add(batch.getFirst());
        }
        return batch;
    }

    private static List<WireRecord> ours(Random random, int step) {
        List<WireRecord> batch = new ArrayList<>();
        for (int i = random.nextInt(6); i >= 0; i--) {
            String version = "ours " + step + "." + i;
            batch.add(
                    switch (random.nextInt(4)) {
                        case 0 -> Samples.location(id(random), version);
                        case 1 -> Samples.item(id(random), version, random.nextInt(3) == 0 ? "" : id(random));
                        default -> Samples.direction(id(random), id(random), version);
                    });
        }
        return batch;
    }

    private static WireRecord arrival(Random random, String version) {
        String id = id(random);
        return switch (random.nextInt(13)) {
            case 0 -> Samples.category(id);
            case 1, 2 -> Samples.item(id, version, random.nextInt(3) == 0 ? "" : id(random));
            case 3, 4, 5 -> Samples.direction(id, id(random), version);
            case 6 -> Samples.abbreviation(id, version);
            case 7 -> Samples.location(id, version);
            case 8 ->
                Samples.delete(List.of("item_category", "item", "Location").get(random.nextInt(3)), id);
            case 9 -> Samples.delete("item_direction", id);
            case 10 -> Samples.delete("abbreviation", id);
            case 11 -> Samples.upsert(random.nextBoolean() ? "item" : "abbreviation", id, "{}");
            default -> Samples.merge("item", id, id(random));
        };
    }

    private static String id(Random random) {
        return String.valueOf(random.nextInt(IDS));
    }
}
