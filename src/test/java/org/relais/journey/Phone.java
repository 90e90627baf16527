package org.relais.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A phone with one sensor, which sends over HTTP as the app does. */
final class Phone {

    static final String SENSOR = "9f86d081884c7d659a2feaa0c55ad015";
    static final String BREACH = "5bd0a1b2-6f2e-4f3a-9f0e-2f6f5a1c7d01";

    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final String server;
    private final String sensor;
    private final String breach;

    /** @param server the address that its person scanned */
    Phone(String server) {
        this(server, SENSOR, BREACH);
    }

    private Phone(String server, String sensor, String breach) {
        this.server = server;
        this.sensor = sensor;
        this.breach = breach;
    }

    /** One whose sensor and breach have ids of their own. */
    static Phone unheardOf(String server) {
        return new Phone(
                server,
                UUID.randomUUID().toString().replace("-", ""),
                UUID.randomUUID().toString());
    }

    String sensor() {
        return sensor;
    }

    String breach() {
        return breach;
    }

    /** Signs in, and sends its sensor. */
    void pairs() throws Exception {
        sends("POST", "login", "{\"username\":\"froid\",\"password\":\"pass\"}");
        sends("PUT", "sensor", """
                [{"id":"%s","logInterval":600,"name":"Frigo 1","macAddress":"AA:BB:CC:DD:EE:01 | BLUE_MAESTRO",\
                "batteryLevel":12,"logDelay":0,"programmedDate":%d,"isActive":true}]""".formatted(sensor, Instant.now().getEpochSecond()));
    }

    /** Sends a reading, which no other one has the moment of. */
    void measures(double temperature, Instant at) throws Exception {
        sends("PUT", "temperature-log", """
                [{"id":"%s","sensorId":"%s","temperature":%s,"timestamp":%d,"temperatureBreachId":null,"logInterval":600}]""".formatted(readingAt(at), sensor, temperature, at.getEpochSecond()));
    }

    /** Sends that it has been too warm since then, until {@code end}; null while that goes on. */
    void reportsHeat(Instant start, Instant end) throws Exception {
        sends("PUT", "temperature-breach", """
                [{"id":"%s","sensorId":"%s","type":"HOT_CONSECUTIVE","startTimestamp":%d,%s"thresholdMinimumTemperature":8.0,\
                "thresholdMaximumTemperature":999.0,"thresholdDuration":1800000,"acknowledged":false}]""".formatted(
                        breach,
                        sensor,
                        start.getEpochSecond(),
                        end == null ? "" : "\"endTimestamp\":%d,".formatted(end.getEpochSecond())));
    }

    /** Lets a site's database be as if it had never sent anything. */
    static void neverWas(JdbcClient jdbc) {
        for (String table : List.of("outbox", "record_entry", "sensor", "breach", "reading")) {
            jdbc.sql("delete from " + table + " where id in (:ids) or id like 'r-%'")
                    .param("ids", List.of(SENSOR, BREACH))
                    .update();
        }
        jdbc.sql("delete from phone").update();
        jdbc.sql("delete from sensor_phone").update();
    }

    private String readingAt(Instant at) {
        return "r-" + sensor.substring(0, 8) + "-" + at.getEpochSecond();
    }

    private void sends(String method, String what, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server + "/coldchain/v1/" + what))
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }
}
