package org.relais.soak;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.relais.catalogue.RecordKey;
import org.relais.coldchain.BreachType;
import org.relais.coldchain.Phone;
import org.relais.coldchain.PhoneBatches;
import org.relais.coldchain.PhoneCall;
import org.relais.coldchain.Sent;

/**
 * What a phone sends of one sensor: the sensor, a breach, and readings of which some belong to it.
 *
 * @param store the phone's store
 * @param sensor a number
 * @param from the first reading's number
 * @param to behind the last one's
 * @param breach whether they are a breach
 */
record PhoneDay(String store, int sensor, int from, int to, boolean breach) {

    private static final long DAWN = 1_795_932_000L;
    private static final int INTERVAL = 300;

    /** Sends it in the order in which the app does; every fifth time the readings come before the sensor, and then wait for it. */
    void send(PhoneBatches batches) {
        boolean readingsFirst = to % 5 == 0;
        Phone phone = new Phone("soak-phone", "frigo", store);
        if (readingsFirst) {
            batches.take(phone, PhoneCall.READING, readings());
        }
        batches.take(phone, PhoneCall.SENSOR, List.of(sensorRow()));
        if (breach) {
            batches.take(phone, PhoneCall.BREACH, List.of(breachRow()));
        }
        if (!readingsFirst) {
            batches.take(phone, PhoneCall.READING, readings());
        }
    }

    /** The records that come of it. */
    List<RecordKey> keys() {
        List<RecordKey> keys = new ArrayList<>();
        keys.add(new RecordKey("sensor", sensorId()));
        if (breach) {
            keys.add(new RecordKey("temperature_breach", breachId()));
        }
        readings().forEach(row -> keys.add(new RecordKey("temperature_log", ((Sent.Reading) row).id())));
        return keys;
    }

    private String sensorId() {
        return "soak-sensor-" + sensor;
    }

    private String breachId() {
        return "soak-breach-" + sensor + "-" + from;
    }

    private Sent sensorRow() {
        return new Sent.Sensor(
                sensorId(),
                "Frigo " + sensor,
                "AA:BB:CC:DD:EE:0" + sensor + " | BLUE_MAESTRO",
                80,
                INTERVAL,
                true,
                "{}");
    }

    private Sent breachRow() {
        return new Sent.Breach(
                breachId(),
                sensorId(),
                BreachType.HOT_CONSECUTIVE,
                moment(from),
                to % 2 == 0 ? moment(to) : null,
                new BigDecimal("8.0"),
                new BigDecimal("999.0"),
                1_800_000,
                "{}");
    }

    private List<Sent> readings() {
        List<Sent> rows = new ArrayList<>();
        for (int reading = from; reading < to; reading++) {
            rows.add(new Sent.Reading(
                    "soak-reading-" + sensor + "-" + reading,
                    sensorId(),
                    new BigDecimal((breach ? "9." : "4.") + reading % 10),
                    moment(reading),
                    breach ? breachId() : null,
                    "{}"));
        }
        return rows;
    }

    private static Instant moment(int reading) {
        return Instant.ofEpochSecond(DAWN + (long) reading * INTERVAL);
    }
}
