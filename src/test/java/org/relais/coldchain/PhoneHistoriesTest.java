package org.relais.coldchain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.relais.coldchain.Sent.Breach;
import org.relais.coldchain.Sent.Reading;
import org.relais.testing.SeededSite;
import org.relais.testing.TestClock;
import org.springframework.beans.factory.annotation.Autowired;

/** A phone's day in whatever order it comes, and however often: the store and what waits to be sent are the same. */
class PhoneHistoriesTest extends SeededSite {

    private static final Instant MORNING = Instant.parse("2026-11-22T06:00:00Z");

    @Autowired
    private PhoneBatches batches;

    @Autowired
    private Breaches breaches;

    @Autowired
    private TestClock clock;

    private record Batch(PhoneCall call, List<Sent> rows) {}

    private String suffix;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void orderAndRepetitionOfBatchesDoNotMatter(long seed) {
        clock.stopAt(MORNING.plusSeconds(86_400));
        Phone first = new Phone("phone", "phone", newStore("Dépôt A"));
        Phone second = new Phone("phone", "phone", newStore("Dépôt B"));
        suffix = "-a" + seed;
        day().forEach(batch -> take(first, batch));

        suffix = "-b" + seed;
        List<Batch> shuffled = new ArrayList<>(day());
        Random random = new Random(seed);
        for (int i = 0; i < 8; i++) {
            shuffled.add(shuffled.get(random.nextInt(shuffled.size())));
        }
        Collections.shuffle(shuffled, random);
        shuffled.forEach(batch -> take(second, batch));

        assertThat(story(second.storeId())).isEqualTo(story(first.storeId()));
        assertThat(waiting(second.storeId())).isEqualTo(waiting(first.storeId()));
        clock.goOn();
    }

    @Test
    void aBreachThatWasGivenUpGoesOnWhenItsSensorComesBack() {
        suffix = "-lost";
        Phone phone = new Phone("phone", "phone", newStore("Dépôt"));
        take(phone, new Batch(PhoneCall.SENSOR, List.of(sensor("s1"))));
        take(phone, new Batch(PhoneCall.BREACH, List.of(breach("b1", "s1", 60, null))));
        take(phone, new Batch(PhoneCall.READING, List.of(reading("l1", "s1", 90, "11", "b1"))));
        signIn();

        breaches.closeLost(breaches.find("b1-lost").orElseThrow(), "La sonde est tombée dans le puits");

        assertThat(breaches.find("b1-lost").orElseThrow()).satisfies(closed -> {
            assertThat(closed.end()).isEqualTo(at(90));
            assertThat(closed.acknowledged()).isTrue();
            assertThat(closed.comment()).isEqualTo("La sonde est tombée dans le puits");
        });
        take(phone, new Batch(PhoneCall.BREACH, List.of(breach("b1", "s1", 60, null))));
        take(phone, new Batch(PhoneCall.READING, List.of(reading("l1", "s1", 90, "11", "b1"))));
        assertThat(breaches.find("b1-lost").orElseThrow().open())
                .as("a repetition is no sign of life")
                .isFalse();

        take(phone, new Batch(PhoneCall.READING, List.of(reading("l2", "s1", 100, "11", "b1"))));
        assertThat(breaches.find("b1-lost").orElseThrow()).satisfies(open -> {
            assertThat(open.open()).isTrue();
            assertThat(open.acknowledged()).isFalse();
        });
    }

    private void take(Phone phone, Batch batch) {
        assertThat(batches.take(phone, batch.call(), batch.rows())).hasSameSizeAs(batch.rows());
    }

    /** Two sensors, a breach that ends, one that goes on and one that only readings tell of. */
    private List<Batch> day() {
        return List.of(
                new Batch(PhoneCall.SENSOR, List.of(sensor("s1"), sensor("s2"))),
                new Batch(PhoneCall.BREACH, List.of(breach("b1", "s1", 60, null), breach("b2", "s2", 30, null))),
                new Batch(
                        PhoneCall.READING,
                        List.of(reading("l1", "s1", 0, "4.1", null), reading("l2", "s1", 60, "9", null))),
                new Batch(
                        PhoneCall.READING,
                        List.of(reading("l2", "s1", 60, "9", "b1"), reading("l3", "s1", 90, "11", "b1"))),
                new Batch(PhoneCall.BREACH, List.of(breach("b1", "s1", 60, 120L))),
                new Batch(
                        PhoneCall.READING,
                        List.of(reading("l4", "s2", 45, "1.5", "b9"), reading("l5", "s2", 40, "12", "b2"))),
                new Batch(PhoneCall.READING, List.of(reading("l6", "s2", 40, "1.25", "b9"))));
    }

    private Sent sensor(String id) {
        return new Sent.Sensor(id + suffix, "Frigo " + id, "AA:" + id, 80, 300, true, "{}");
    }

    private Sent breach(String id, String sensor, long minutes, Long end) {
        return new Breach(
                id + suffix,
                sensor + suffix,
                BreachType.HOT_CONSECUTIVE,
                at(minutes),
                end == null ? null : at(end),
                BigDecimal.valueOf(8),
                BigDecimal.valueOf(999),
                1_800_000,
                "{}");
    }

    private Sent reading(String id, String sensor, long minutes, String temperature, String breach) {
        return new Reading(
                id + suffix,
                sensor + suffix,
                new BigDecimal(temperature),
                at(minutes),
                breach == null ? null : breach + suffix,
                "{}");
    }

    private static Instant at(long minutes) {
        return MORNING.plusSeconds(minutes * 60);
    }

    /** What the store says, without what tells the two days apart. */
    private List<String> story(String storeId) {
        return jdbc.sql("""
                        select concat(r.type, ' ', r.id, ' ', r.data) from record r
                        where r.store_id = ? and r.type in ('sensor', 'temperature_breach', 'temperature_log') order by 1
                        """).param(storeId).query(String.class).list().stream()
                .map(text -> text.replace(storeId, "store").replace(suffixOf(text), ""))
                .sorted()
                .toList();
    }

    private static String suffixOf(String text) {
        return text.replaceFirst("^\\S+ [a-z]+[0-9]+(-[ab][0-9]+) .*$", "$1");
    }

    private List<Map<String, Object>> waiting(String storeId) {
        return jdbc.sql("""
                        select o.type, substring_index(o.id, '-', 1) as id, o.action from outbox o
                        join record_entry e on e.type = o.type and e.id = o.id
                        where e.store_id = ? and o.type in ('sensor', 'temperature_breach', 'temperature_log') order by 1, 2
                        """).param(storeId).query().listOfRows();
    }
}
