package org.relais.coldchain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.relais.catalogue.Action;
import org.relais.catalogue.Channel;
import org.relais.catalogue.RecordKey;
import org.relais.catalogue.WireRecord;
import org.relais.record.CleanSlate;
import org.relais.record.Inbox;
import org.relais.record.Integrator;
import org.relais.record.projection.Projections;
import org.relais.testing.QuietProgress;
import org.relais.testing.SeededSite;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Whoever wrote, and whatever happened between: the tables of the cold chain say what the records say. */
class ColdChainHistoryTest extends SeededSite {

    private static final Instant MORNING = Instant.parse("2026-11-22T06:00:00Z");
    private static final int STEPS = 60;
    private static final List<String> TABLES = List.of("breach", "reading", "sensor");

    @Autowired
    private PhoneBatches batches;

    @Autowired
    private Inbox inbox;

    @Autowired
    private Integrator integrator;

    @Autowired
    private CleanSlate slate;

    @Autowired
    private Projections kept;

    @Autowired
    private PlatformTransactionManager transactions;

    private Random random;
    private Phone phone;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void theTablesSayWhatTheRecordsSay(long seed) {
        random = new Random(seed);
        startOver();
        for (int i = 0; i < STEPS; i++) {
            happen();
        }
        integrate();
        rebuild();

        List<Map<String, Object>> rows = rows();
        assertThat(inUse("reading", "temperature_log")).isNotEmpty();
        assertThat(inUse("breach", "temperature_breach")).isNotEmpty();
        assertThat(inUse("sensor", "sensor")).isNotEmpty();
        TABLES.forEach(table -> jdbc.sql("delete from " + table).update());
        anotherVersion();
        rebuild();
        assertThat(rows()).isEqualTo(rows);
    }

    private void happen() {
        switch (random.nextInt(12)) {
            case 0, 1 -> take(PhoneCall.SENSOR, sensor());
            case 2, 3 -> take(PhoneCall.BREACH, breach());
            case 4, 5, 6 -> take(PhoneCall.READING, reading());
            case 7, 8 -> receive(arrival());
            case 9 -> integrate();
            case 10 -> anotherVersion();
            default -> {
                if (random.nextInt(4) == 0) {
                    startOver();
                } else {
                    rebuildSome();
                }
            }
        }
    }

    private void take(PhoneCall call, Sent row) {
        batches.take(phone, call, List.of(row));
    }

    private Sent sensor() {
        return new Sent.Sensor(
                any("s"), "Frigo " + random.nextInt(3), "AA:BB", random.nextInt(100), 300, random.nextBoolean(), "{}");
    }

    private Sent breach() {
        Instant start = moment();
        return new Sent.Breach(
                any("b"),
                any("s"),
                BreachType.HOT_CONSECUTIVE,
                start,
                random.nextBoolean() ? start.plusSeconds(3600) : null,
                BigDecimal.valueOf(8),
                BigDecimal.valueOf(999),
                1_800_000,
                "{}");
    }

    private Sent reading() {
        return new Sent.Reading(
                any("l"),
                any("s"),
                BigDecimal.valueOf(random.nextInt(200), 1),
                moment(),
                random.nextBoolean() ? any("b") : null,
                "{}");
    }

    /** What the central server sends: the same records, of its own making, or that there are none any more. */
    private WireRecord arrival() {
        return switch (random.nextInt(6)) {
            case 0 -> new WireRecord(new RecordKey("sensor", any("s")), Action.DELETE, "{}");
            case 1 -> record("sensor", any("s"), """
                    {"ID":"%s","storeID":"%s","name":"Central","macAddress":"CC:DD","locationID":"","batteryLevel":55,\
                    "logInterval":600,"is_active":true,"lastConnectionDate":"","lastConnectionTime":0,\
                    "om_last_connection_datetime":""}""");
            case 2, 3 -> record("temperature_log", any("l"), """
                    {"ID":"%s","store_ID":"%s","temperature":-1.5,"sensor_ID":"s1","location_ID":"","date":"2026-11-21",\
                    "time":3600,"temperature_breach_ID":"","om_datetime":""}""");
            default -> record("temperature_breach", any("b"), """
                    {"ID":"%s","store_ID":"%s","acknowledged":true,"duration":0,"start_date":"2026-11-21","start_time":60,\
                    "end_date":"","end_time":0,"location_ID":"","om_comment":"vu","om_end_datetime":"",\
                    "om_start_datetime":"2026-11-21T00:01:00","sensor_ID":"s1","threshold_duration":1800000,\
                    "threshold_maximum_temperature":999,"threshold_minimum_temperature":8,"type":"HOT_CONSECUTIVE"}""");
        };
    }

    private WireRecord record(String table, String id, String text) {
        return new WireRecord(new RecordKey(table, id), Action.UPSERT, filled(text, id));
    }

    private String filled(String text, String id) {
        return text.formatted(id, phone.storeId());
    }

    private String any(String kind) {
        return kind + random.nextInt(4);
    }

    private Instant moment() {
        return MORNING.plusSeconds(random.nextInt(86_400));
    }

    private void receive(WireRecord record) {
        inbox.receive(Channel.QUEUED_RECORDS, intake -> {
            intake.accept(record);
            return 1;
        });
    }

    private void integrate() {
        integrator.integrate(new QuietProgress());
    }

    private void startOver() {
        slate.wipe();
        assertThat(rows()).isEmpty();
        phone = new Phone("phone", "phone", newStore("Dépôt"));
    }

    /** As if the program before had made the rows in another way. */
    private void anotherVersion() {
        jdbc.sql("update projection set version = 'of another program', after_id = null where name in (:tables)")
                .param("tables", TABLES)
                .update();
    }

    private boolean rebuildSome() {
        return Boolean.TRUE.equals(new TransactionTemplate(transactions).execute(status -> kept.rebuildSome()));
    }

    private void rebuild() {
        for (boolean more = true; more; ) {
            more = rebuildSome();
        }
    }

    private List<Map<String, Object>> rows() {
        List<Map<String, Object>> rows = new ArrayList<>();
        TABLES.forEach(
                table -> rows.addAll(jdbc.sql("select '" + table + "' as kept_in, t.* from " + table + " t order by id")
                        .query()
                        .listOfRows()));
        return rows;
    }

    /** The records of a type in use, each of which has its row, and no other has one. */
    private List<String> inUse(String table, String type) {
        List<String> records = jdbc.sql(
                        "select concat(id, ' ', store_id) from record_entry where type = ? and deleted_at is null order by 1")
                .param(type)
                .query(String.class)
                .list();
        assertThat(jdbc.sql("select concat(id, ' ', store_id) from " + table + " order by 1")
                        .query(String.class)
                        .list())
                .as(table)
                .isEqualTo(records);
        return records;
    }
}
