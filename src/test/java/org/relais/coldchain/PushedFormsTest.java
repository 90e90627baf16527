package org.relais.coldchain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.relais.catalogue.CentralServer;
import org.relais.record.ChangeRenderer;
import org.relais.record.Outbox;
import org.relais.record.RenderedChange;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What leaves for the mSupply central server, field by field, once people have done something with what a phone sent. The recorded
 * exchanges ({@code RecordedPhoneTest}) show the forms before that.
 */
class PushedFormsTest extends SensorSite {

    private static final Instant START = Instant.parse("2026-07-14T05:10:05Z");
    private static final Instant END = Instant.parse("2026-07-14T06:40:00Z");

    @Autowired
    private Outbox outbox;

    @Autowired
    private ChangeRenderer renderer;

    @Autowired
    private SensorLocations places;

    @Autowired
    private ColdChain coldChain;

    @Autowired
    private Breaches breaches;

    private String fridge;

    @BeforeEach
    void aSensorThatAPersonPutSomewhere() {
        fridge = location("F1");
        clock.stopAt(NOW.plus(Duration.ofMinutes(5)));
        places.change(coldChain.sensors(store).getFirst(), fridge);
        sensor(sensor, "Frigo 1");
        everythingIsSent();
    }

    @Test
    void aSensorLeavesWithItsPlaceAndWithWhenItsPhoneWasHere() {
        clock.stopAt(Instant.parse("2026-07-14T13:02:03Z"));
        sensor(sensor, "Frigo 1 bis");

        assertThat(pushed("sensor", sensor)).isEqualTo(json("""
                {"ID":"%s","name":"Frigo 1 bis","macAddress":"AA:BB:CC:DD:EE:01 | BLUE_MAESTRO","locationID":"%s","storeID":"%s",
                "batteryLevel":87,"logInterval":300,"is_active":true,"lastConnectionDate":"2026-07-14T00:00:00",
                "lastConnectionTime":"13:02:03","om_last_connection_datetime":"2026-07-14T13:02:03"}""".formatted(sensor, fridge, store)));
    }

    @Test
    void aBreachLeavesWithItsPlaceAndAgainWithWhatAPersonSaidOfIt() {
        String id = breach(START, END);
        assertThat(pushed("temperature_breach", id)).isEqualTo(json(breachForm(id, false, "null")));
        everythingIsSent();

        breaches.acknowledge(breaches.find(id).orElseThrow(), "Porte mal fermée, vaccins déplacés");

        assertThat(pushed("temperature_breach", id))
                .isEqualTo(json(breachForm(id, true, "\"Porte mal fermée, vaccins déplacés\"")));
    }

    private String breachForm(String id, boolean acknowledged, String comment) {
        return """
                {"ID":"%s","type":"HOT_CONSECUTIVE","sensor_ID":"%s","location_ID":"%s","store_ID":"%s","duration":5395000,
                "start_date":"2026-07-14T00:00:00","start_time":"05:10:05","om_start_datetime":"2026-07-14T05:10:05",
                "end_date":"2026-07-14T00:00:00","end_time":"06:40:00","om_end_datetime":"2026-07-14T06:40:00",
                "threshold_minimum_temperature":8,"threshold_maximum_temperature":999,"threshold_duration":1800000,
                "acknowledged":%s,"om_comment":%s}""".formatted(id, sensor, fridge, store, acknowledged, comment);
    }

    @Test
    void aBreachOfALostSensorLeavesWithTheEndOfItsReadings() {
        String id = breach(START, null);
        reading(9.25, END);
        assertThat(pushed("temperature_breach", id))
                .containsEntry("end_date", null)
                .containsEntry("end_time", "00:00:00")
                .containsEntry("om_end_datetime", null);

        breaches.closeLost(breaches.find(id).orElseThrow(), "Capteur tombé");

        assertThat(pushed("temperature_breach", id)).isEqualTo(json(breachForm(id, true, "\"Capteur tombé\"")));
    }

    @Test
    void aReadingLeavesWithThePlaceOfItsSensorAtThatTime() {
        reading(9.25, END);
        String before = onlyReading();
        places.change(coldChain.sensors(store).getFirst(), location("F2"));

        assertThat(pushed("temperature_log", before)).isEqualTo(json("""
                {"ID":"%s","temperature":9.25,"sensor_ID":"%s","location_ID":"%s","store_ID":"%s","temperature_breach_ID":null,
                "date":"2026-07-14T00:00:00","time":"06:40:00","om_datetime":"2026-07-14T06:40:00"}""".formatted(before, sensor, fridge, store)));
    }

    private String onlyReading() {
        return jdbc.sql("select id from reading where sensor_id = ?")
                .param(sensor)
                .query(String.class)
                .single();
    }

    private Map<String, Object> pushed(String table, String id) {
        List<RenderedChange> changes =
                renderer.render(CentralServer.LEGACY, outbox.waitingFor(CentralServer.LEGACY, 0, 1000));
        return changes.stream()
                .map(RenderedChange.Send.class::cast)
                .map(RenderedChange.Send::record)
                .filter(record ->
                        record.key().table().equals(table) && record.key().id().equals(id))
                .map(record -> json(record.data()))
                .findFirst()
                .orElseThrow();
    }

    /** Numbers by their values: 8 is 8.0. */
    private static Map<String, Object> json(String text) {
        JsonNode node = JsonMapper.shared().readTree(text);
        Map<String, Object> values = new TreeMap<>();
        node.properties()
                .forEach(field -> values.put(
                        field.getKey(),
                        field.getValue().isNull()
                                ? null
                                : field.getValue().isNumber()
                                        ? field.getValue().decimalValue().stripTrailingZeros()
                                        : field.getValue().asString()));
        return values;
    }
}
