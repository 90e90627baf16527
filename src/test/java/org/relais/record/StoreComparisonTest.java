package org.relais.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.relais.catalogue.CentralServer;
import org.relais.catalogue.Channel;
import org.relais.catalogue.WireRecord;
import org.relais.testing.TestDatabase;

class StoreComparisonTest {

    private static final int RECORDS = 40;

    @RegisterExtension
    static final TestDatabase db = TestDatabase.fresh();

    @RegisterExtension
    static final TestDatabase other = TestDatabase.fresh();

    private StoreRoom room;

    @BeforeEach
    void anEmptyStore() {
        room = new StoreRoom(db.dataSource());
        room.empty();
    }

    static LongStream seeds() {
        return LongStream.range(0, 10);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void twoSitesThatReceivedTheSameHaveTheSameDigestsInWhateverOrderAndHoweverOften(long seed) {
        Random random = new Random(seed);
        StoreRoom second = new StoreRoom(other.dataSource());
        second.empty();
        List<WireRecord> records = records();
        receive(room, records, random);
        List<WireRecord> again = new ArrayList<>(records);
        IntStream.range(0, 15).forEach(i -> again.add(records.get(random.nextInt(RECORDS))));
        receive(second, again, random);

        Sameness here = room.comparison.compare();
        Sameness there = second.comparison.compare();

        assertThat(here.digest()).isEqualTo(there.digest());
        assertThat(here.tables().stream().map(TableSameness::digest))
                .isEqualTo(there.tables().stream().map(TableSameness::digest).toList());
        assertThat(there.sum(TableSameness::repeated)).isEqualTo(15);
        assertThat(here.isSame() && there.isSame()).isTrue();

        int changed = random.nextInt(RECORDS);
        second.take(record(changed, "changed"));

        String table = records.get(changed).key().table();
        assertThat(of(second, table).digest()).isNotEqualTo(of(room, table).digest());
        assertThat(second.comparison.compare().digest()).isNotEqualTo(here.digest());
        second.take(record(changed, "text"));
        assertThat(second.comparison.compare().digest()).isEqualTo(here.digest());
    }

    @Test
    void eachRecordThatCameIsInOneFigure() {
        room.take(
                Samples.unit("u1", "one"),
                Samples.unit("u2", "two"),
                Samples.unit("u2", "two, once more"),
                Samples.unit("u3", "deleted at once"),
                Samples.unit("u4", "deleted later"),
                Samples.delete("unit", "u3"),
                Samples.upsert("unit", "broken", "{}"),
                Samples.item("i1", "kept", ""),
                Samples.item("i2", "merged", ""),
                Samples.item("i3", "waits for its category", "c9"),
                Samples.merge("item", "i1", "i2"),
                Samples.merge("item", "nowhere", "i2"));
        room.take(Samples.delete("unit", "u4"));
        room.receive(Samples.unit("u5", "to be integrated"));

        assertThat(of(room, "unit"))
                .usingRecursiveComparison()
                .ignoringFields("digest")
                .isEqualTo(new TableSameness("unit", 9, 2, 1, 2, 0, 3, 1, 0, 2, ""));
        assertThat(of(room, "item"))
                .usingRecursiveComparison()
                .ignoringFields("digest")
                .isEqualTo(new TableSameness("item", 5, 2, 2, 0, 1, 0, 0, 0, 2, ""));
        assertThat(room.comparison.compare().isSame()).isFalse();
        room.integrate();
        assertThat(room.comparison.compare().isSame()).isTrue();
    }

    @Test
    void aRecordThatIsNowhereIsMissing() {
        room.take(Samples.unit("u1", "one"), Samples.unit("u2", "two"));
        room.jdbc.sql("delete from record_entry where id = 'u2'").update();

        Sameness found = room.comparison.compare();

        assertThat(found.isSame()).isFalse();
        assertThat(of(room, "unit"))
                .extracting(TableSameness::announced, TableSameness::here, TableSameness::missing)
                .containsExactly(2L, 1L, 1L);
    }

    @Test
    void whatIsMadeAndDeletedHereIsNotMissing() {
        room.take(
                Samples.name("n1", "Dépôt"),
                Samples.store(Samples.OWN_STORE, "n1"),
                Samples.location("theirs", "A"),
                Samples.location("ours too", "B"));
        room.save(Samples.location("ours", "C"));
        room.delete("Location", "theirs");
        assertThat(of(room, "Location").deleted()).isEqualTo(1);

        for (CentralServer server : CentralServer.values()) {
            room.outbox.processed(server, room.outbox.waitingFor(server, 0, 100));
        }

        assertThat(of(room, "Location"))
                .usingRecursiveComparison()
                .ignoringFields("digest")
                .isEqualTo(new TableSameness("Location", 2, 1, 0, 1, 0, 0, 0, 0, 2, ""));
    }

    @Test
    void figuresStayWhenWhatCameIsSummedUp() {
        IntStream.range(0, 5)
                .forEach(page -> room.take(Samples.unit("u" + page, "one"), Samples.unit("u", "each time")));
        Sameness before = room.comparison.compare();
        assertThat(room.jdbc
                        .sql("select count(*) from announced")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);

        assertThat(room.comparison.compare().tables()).isEqualTo(before.tables());
        assertThat(of(room, "unit").repeated()).isEqualTo(4);
        room.take(Samples.delete("unit", "u1"), Samples.unit("u", "once more"));
        assertThat(of(room, "unit"))
                .extracting(TableSameness::announced, TableSameness::deleted, TableSameness::repeated)
                .containsExactly(12L, 1L, 6L);
    }

    @Test
    void whatTwoSumUpAtOnceIsSummedUpOnce() {
        room.take(Samples.unit("u1", "one"));
        room.take(Samples.unit("u2", "two"));
        Announced announced = new Announced(room.jdbc);
        List<Announced.Line> lines = announced.of("unit");
        Announced.Line sum = new AnnouncedRecords(lines).summedUp();

        room.transaction().executeWithoutResult(status -> announced.sumUp("unit", lines, sum));
        room.receive(Samples.unit("u3", "three"));
        room.transaction().executeWithoutResult(status -> announced.sumUp("unit", lines, sum));

        assertThat(announced.records()).isEqualTo(3);
    }

    @Test
    void aPageThatIsNotKeptIsNotAnnounced() {
        room.take(Samples.unit("u1", "one"));
        assertThatThrownBy(() -> room.inbox.receive(Channel.OPEN_PULL, intake -> {
                    intake.accept(Samples.unit("u2", "two"));
                    throw new IllegalStateException("cut");
                }))
                .hasMessage("cut");

        assertThat(of(room, "unit").announced()).isEqualTo(1);
    }

    private static TableSameness of(StoreRoom room, String table) {
        return room.comparison.compare().tables().stream()
                .filter(found -> found.table().equals(table))
                .findFirst()
                .orElseThrow();
    }

    private static List<WireRecord> records() {
        return IntStream.range(0, RECORDS).mapToObj(i -> record(i, "text")).toList();
    }

    private static WireRecord record(int number, String text) {
        return number % 2 == 0 ? Samples.unit("u" + number, text) : Samples.abbreviation("a" + number, text);
    }

    private static void receive(StoreRoom room, List<WireRecord> records, Random random) {
        List<WireRecord> shuffled = new ArrayList<>(records);
        Collections.shuffle(shuffled, random);
        for (int from = 0; from < shuffled.size(); ) {
            int to = Math.min(shuffled.size(), from + 1 + random.nextInt(20));
            room.receive(shuffled.subList(from, to));
            if (random.nextBoolean()) {
                room.integrate();
            }
            from = to;
        }
        room.integrate();
    }
}
