package org.relais.coldchain;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.relais.people.Permission;
import org.relais.people.SignedInUser;
import org.relais.people.StoreAccess;
import org.relais.testing.SeededSite;
import org.relais.testing.TestClock;
import org.springframework.beans.factory.annotation.Autowired;

/** A site with one store, whose phone sends what a test says, at a time that stands still. */
public abstract class SensorSite extends SeededSite {

    /** A noon in summer. */
    protected static final Instant NOW = Instant.parse("2026-07-14T12:00:00Z");

    protected static final int INTERVAL = 300;

    @Autowired
    protected TestClock clock;

    @Autowired
    private PhoneBatches batches;

    protected String store;

    protected Phone phone;

    protected String sensor;

    @BeforeEach
    protected void oneStoreWithASensor() {
        clock.stopAt(NOW);
        signIn();
        noStores();
        store = newStore("Centre de santé");
        phone = new Phone("account-1", "froid", store);
        sensor = newId();
        sensor(sensor, "Frigo 1");
    }

    @AfterEach
    protected void timeGoesOn() {
        clock.goOn();
    }

    /** Somebody with these permissions in the store. */
    protected SignedInUser person(Permission... permissions) {
        return new SignedInUser(
                "u-1", "mariam", "Mariam", false, null, Set.of(), List.of(new StoreAccess(store, Set.of(permissions))));
    }

    protected void sensor(String id, String name) {
        batches.take(
                phone,
                PhoneCall.SENSOR,
                List.of(new Sent.Sensor(id, name, "AA:BB:CC:DD:EE:01 | BLUE_MAESTRO", 87, INTERVAL, true, "{}")));
    }

    /** Sends a breach above 8 °C; one without an end goes on. */
    protected String breach(Instant start, Instant end) {
        String id = newId();
        batches.take(
                phone,
                PhoneCall.BREACH,
                List.of(new Sent.Breach(
                        id,
                        sensor,
                        BreachType.HOT_CONSECUTIVE,
                        start,
                        end,
                        BigDecimal.valueOf(8),
                        BigDecimal.valueOf(999),
                        1_800_000,
                        "{}")));
        return id;
    }

    protected void reading(double temperature, Instant... takenAt) {
        reading(sensor, temperature, takenAt);
    }

    protected void reading(String of, double temperature, Instant... takenAt) {
        batches.take(
                phone,
                PhoneCall.READING,
                Arrays.stream(takenAt)
                        .<Sent>map(at -> new Sent.Reading(newId(), of, BigDecimal.valueOf(temperature), at, null, "{}"))
                        .toList());
    }

    /** Sends a row that nothing can be made of. */
    protected void nonsense(String text) {
        batches.take(phone, PhoneCall.READING, List.of(new Sent.Unusable(Sent.Defect.MISSING, "sensorId", null, text)));
    }

    /** Makes a location of the store and returns its id. */
    protected String location(String code) {
        String id = newId();
        keep("Location", id, store, """
                {"ID":"%s","code":"%s","Description":"Réfrigérateur","Volume":0,"type_ID":"","store_ID":"%s","hold":false}""".formatted(id, code, store));
        return id;
    }

    /** Puts the sensor to a location, as the network says it. */
    protected void standsAt(String location) {
        keep("sensor", sensor, store, """
                {"ID":"%s","name":"Frigo 1","macAddress":"AA:BB:CC:DD:EE:01 | BLUE_MAESTRO","locationID":"%s","storeID":"%s",\
                "batteryLevel":87,"logInterval":300,"is_active":true,"lastConnectionDate":"","lastConnectionTime":0,\
                "om_last_connection_datetime":""}""".formatted(sensor, location, store));
    }
}
