package org.relais.coldchain.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.HttpCookie;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.relais.testing.Rows;

/** What the app meets: who comes in, and what becomes of whatever it sends. */
class PhoneCallsTest extends PhoneSite {

    private static final String SENSOR = """
            {"id":"%s","logInterval":300,"name":"Frigo 1","macAddress":"AA:BB:CC:DD:EE:01 | BLUE_MAESTRO","batteryLevel":87,\
            "logDelay":0,"programmedDate":1795312275,"isActive":true}""";

    private static final String READING = """
            {"id":"%s","sensorId":"%s","temperature":%s,"timestamp":%s,"temperatureBreachId":%s,"logInterval":300}""";

    private static final String BREACH = """
            {"id":"%s","sensorId":"s-1","type":"HOT_CONSECUTIVE","startTimestamp":%s,"endTimestamp":%s,\
            "thresholdMinimumTemperature":8.0,"thresholdMaximumTemperature":999.0,"thresholdDuration":1800000,\
            "acknowledged":false}""";

    @Test
    void theAppsConnectionTestIsContent() throws Exception {
        Caller phone = new Caller();

        HttpResponse<String> login = phone.login("admin", "blé-27");

        assertThat(login.statusCode()).isEqualTo(200);
        assertThat(login.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(login.body()).isEqualTo("{ \"success\": true }");
        HttpCookie cookie = phone.jar.getCookieStore().getCookies().getFirst();
        assertThat(cookie.getName()).isEqualTo("coldchain");
        assertThat(cookie.getPath()).isEqualTo("/coldchain/v1");
        assertThat(cookie.isHttpOnly()).isTrue();
        HttpResponse<String> nothing = phone.put("sensor", "[]");
        assertThat(nothing.statusCode()).isEqualTo(200);
        assertThat(nothing.body()).isEqualTo("[]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sensor", "temperature-breach", "temperature-log"})
    void whoDidNotSignInSendsNothing(String what) throws Exception {
        assertThat(new Caller().put(what, "[]").statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"username\":\"admin\",\"password\":\"wrong\"} | 401",
                "{\"username\":\"admin\"} | 400",
                "{\"username\":\"admin\",\"password\":null} | 400",
                "[] | 400",
                "nonsense | 400",
            })
    void whatIsNoSignInIsRefusedForWhatItIs(String body, int status) throws Exception {
        HttpResponse<String> answer = new Caller().send("POST", "login", body);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void thePhonesCookieOpensNothingElse() throws Exception {
        String cookie = phone().jar.getCookieStore().getCookies().getFirst().getValue();

        HttpResponse<String> elsewhere =
                get("/api/v1/sync", "Accept", "application/json", "Cookie", "coldchain=" + cookie);

        assertThat(elsewhere.statusCode()).isEqualTo(401);
    }

    @Test
    void aSensorBecomesARecordThatWaitsToBeSent() throws Exception {
        HttpResponse<String> answer = phone().put("sensor", "[" + SENSOR.formatted("s-1") + "]");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"Ok\"", "\"sensor_row\"", "\"store_id\":\"facility\"");
        assertThat(rows("select store_id, name, serial, location_id, battery, log_interval, active from sensor"))
                .singleElement()
                .satisfies(row -> assertThat(row.values())
                        .containsExactly(
                                "facility", "Frigo 1", "AA:BB:CC:DD:EE:01 | BLUE_MAESTRO", null, 87.0, 300.0, true));
        assertThat(rows("select * from outbox where type = 'sensor' and id = 's-1'"))
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "\"name\":null,\"macAddress\":\"AA\",\"batteryLevel\":5            ; AA ; AA         ; 5   ; true",
                "\"name\":\"Q\",\"macAddress\":null,\"batteryLevel\":5             ; Q  ; s          ; 5   ; true",
                "\"macAddress\":\"AA | BT510\",\"batteryLevel\":-3                 ; AA | BT510 ; AA | LAIRD ; 0 ; true",
                "\"name\":\"Q\",\"macAddress\":\"AA\",\"batteryLevel\":null        ; Q  ; AA         ;     ; true",
                "\"name\":\"Q\",\"macAddress\":\"AA\",\"batteryLevel\":300         ; Q  ; AA         ; 100 ; true",
                "\"name\":\"Q\",\"macAddress\":\"AA\",\"isActive\":false           ; Q  ; AA         ;     ; false",
                "\"name\":\"Q\",\"macAddress\":\"AA\",\"programmedDate\":null,\"logInterval\":null ; Q ; AA ;  ; true",
            })
    void oddSensorsAreSensorsAllTheSame(String keys, String name, String serial, Double battery, boolean active)
            throws Exception {
        HttpResponse<String> answer = phone().put("sensor", "[{\"id\":\"s\",%s}]".formatted(keys));

        assertThat(answer.body()).startsWith("[{\"Ok\"");
        assertThat(rows("select name, serial, battery, active from sensor where id = 's'"))
                .singleElement()
                .satisfies(row -> assertThat(row.values()).containsExactly(name, serial, battery, active));
    }

    @Test
    void twoIdsOfOneSerialAndASensorOfAnotherSiteAreSensorsHere() throws Exception {
        new Rows(jdbc)
                .keep(
                        "sensor",
                        "s-2",
                        "elsewhere",
                        "{\"ID\":\"s-2\",\"name\":\"A\",\"macAddress\":\"AA\",\"locationID\":\"l-9\",\"storeID\":\"elsewhere\","
                                + "\"is_active\":true,\"lastConnectionDate\":\"\",\"lastConnectionTime\":0,"
                                + "\"om_last_connection_datetime\":\"\"}");
        HttpResponse<String> answer =
                phone().put("sensor", "[" + SENSOR.formatted("s-1") + "," + SENSOR.formatted("s-2") + "]");

        assertThat(answer.body()).doesNotContain("Err");
        assertThat(rows("select id, store_id, location_id from sensor order by id"))
                .extracting(row -> row.values().toString())
                .containsExactly("[s-1, facility, null]", "[s-2, facility, null]");
    }

    @Test
    void eachRowHasItsOwnOutcomeAndWhatNobodyWouldTakeIsInQuarantine() throws Exception {
        Caller phone = phone();
        phone.put("sensor", "[" + SENSOR.formatted("s-1") + "]");

        String batch = "["
                + String.join(
                        ",",
                        READING.formatted("l-1", "s-1", "9.40", 1795312335, "null"),
                        READING.formatted("l-2", "s-1", "9.4", 99_999_999_999_999L, "null"),
                        READING.formatted("l-3", "s-1", "null", 1795312335, "null"),
                        READING.formatted("l-4", "s-1", "\"warm\"", 1795312335, "null"),
                        READING.formatted("", "s-1", "9.4", 1795312335, "null"),
                        "7",
                        READING.formatted("l-5", "s-1", "1e999999999", 1795312335, "null"),
                        READING.formatted("l-6", "s-1", "-3.25", -10, "null"))
                + "]";
        HttpResponse<String> answer = phone.put("temperature-log", batch);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(rows("select id, taken_at, temperature from reading order by id"))
                .extracting(row -> row.values().toString())
                .containsExactly("[l-1, 1795312335, 9.4]", "[l-6, -10, -3.25]");
        assertThat(stored("temperature_log", "l-1")).contains("\"temperature\":9.40");
        assertThat(rows("select problem, field, times from quarantine order by id"))
                .extracting(row -> row.values().toString())
                .containsExactlyInAnyOrder(
                        "[NO_MOMENT, timestamp, 1]",
                        "[MISSING, temperature, 1]",
                        "[WRONG_VALUE, temperature, 1]",
                        "[MISSING, id, 1]",
                        "[NO_OBJECT, null, 1]",
                        "[WRONG_VALUE, temperature, 1]");
        phone.put("temperature-log", batch);
        assertThat(rows("select id from quarantine where times = 2")).hasSize(6);
    }

    @Test
    void breachOfAnUnknownTypeIsInQuarantineAndTheOthersAreKept() throws Exception {
        Caller phone = phone();
        phone.put("sensor", "[" + SENSOR.formatted("s-1") + "]");

        HttpResponse<String> answer = phone.put(
                "temperature-breach",
                "[" + BREACH.formatted("b-1", 1795312275, "null").replace("HOT_CONSECUTIVE", "FROST") + ","
                        + BREACH.formatted("b-2", 1795312275, 1795314075) + "]");

        assertThat(answer.body()).startsWith("[{\"Err\"").contains("\"temperature_breach_row\"");
        assertThat(rows("select id, started_at, ended_at, acknowledged from breach"))
                .extracting(row -> row.values().toString())
                .containsExactly("[b-2, 1795312275, 1795314075, false]");
        assertThat(rows("select text from quarantine").getFirst().get("text").toString())
                .contains("FROST");
    }

    @Test
    void whatComesBeforeItsSensorWaitsForIt() throws Exception {
        Caller phone = phone();

        HttpResponse<String> early =
                phone.put("temperature-log", "[" + READING.formatted("l-1", "s-1", "4.5", 1795312335, "\"b-1\"") + "]");
        assertThat(early.statusCode()).isEqualTo(200);
        assertThat(early.body()).contains("\"Ok\"");
        assertThat(rows("select id from reading")).isEmpty();

        phone.put("sensor", "[" + SENSOR.formatted("s-1") + "]");
        assertThat(rows("select id, breach_id from reading"))
                .extracting(row -> row.values().toString())
                .containsExactly("[l-1, b-1]");
        assertThat(rows("select id, type, started_at, ended_at from breach"))
                .extracting(row -> row.values().toString())
                .containsExactly("[b-1, COLD_CONSECUTIVE, 1795312335, null]");

        phone.put("temperature-breach", "[" + BREACH.formatted("b-1", 1795312275, "null") + "]");
        assertThat(rows("select id, type, started_at, minimum from breach"))
                .extracting(row -> row.values().toString())
                .containsExactly("[b-1, HOT_CONSECUTIVE, 1795312275, 8.0]");
    }

    @Test
    void whatPeopleSaidOfABreachStays() throws Exception {
        Caller phone = phone();
        phone.put("sensor", "[" + SENSOR.formatted("s-1") + "]");
        phone.put("temperature-breach", "[" + BREACH.formatted("b-1", 1795312275, "null") + "]");
        String acknowledged = stored("temperature_breach", "b-1")
                .replace("\"acknowledged\":false", "\"acknowledged\":true")
                .replace("\"om_comment\":\"\"", "\"om_comment\":\"porte ouverte\"");
        new Rows(jdbc).keep("temperature_breach", "b-1", STORE, acknowledged);

        phone.put("temperature-breach", "[" + BREACH.formatted("b-1", 1795312275, 1795314075) + "]");

        assertThat(rows("select acknowledged, comment, ended_at from breach"))
                .extracting(row -> row.values().toString())
                .containsExactly("[true, porte ouverte, 1795314075]");
    }

    @Test
    void repeatedRowsChangeNothing() throws Exception {
        Caller phone = phone();
        String sensor = "[" + SENSOR.formatted("s-1") + "]";
        String breach = "[" + BREACH.formatted("b-1", 1795312275, 1795314075) + "]";
        String reading = "[" + READING.formatted("l-1", "s-1", "9.4", 1795312335, "\"b-1\"") + "]";
        phone.put("sensor", sensor);
        phone.put("temperature-breach", breach);
        phone.put("temperature-log", reading);
        var before = rows("select type, id, content from record_entry order by 1, 2");
        jdbc.sql("delete from outbox").update();

        phone.put("temperature-log", reading);
        phone.put("temperature-breach", breach);
        phone.put("sensor", sensor);
        // A breach that had ended does not go on because an older row comes after it.
        phone.put("temperature-breach", "[" + BREACH.formatted("b-1", 1795312275, "null") + "]");

        assertThat(rows("select type, id, content from record_entry order by 1, 2"))
                .isEqualTo(before);
        assertThat(rows("select id from outbox")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\":", "{\"id\":\"x\"}", "[{\"id\":\"x\"}", "", "\"text\"", "[1] trailing ["})
    void whatIsNoListIsRefusedAndNothingOfItKept(String body) throws Exception {
        HttpResponse<String> answer = phone().put("sensor", body);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(rows("select id from sensor")).isEmpty();
        assertThat(rows("select id from quarantine")).isEmpty();
    }

    @Test
    void largeBatchesAreTakenAlsoInChunks() throws Exception {
        Caller phone = phone();
        phone.put("sensor", "[" + SENSOR.formatted("s-1") + "]");
        String padding = " ".repeat(3_000_000);
        String batch = IntStream.range(0, 20)
                .mapToObj(i -> READING.formatted("l-" + i, "s-1", "4.5", 1795312335 + i * 300, "null"))
                .collect(Collectors.joining(",", "[" + padding, "]"));
        HttpRequest chunked = HttpRequest.newBuilder(uri("/coldchain/v1/temperature-log"))
                .PUT(BodyPublishers.fromPublisher(
                        BodyPublishers.ofByteArrays(List.of(batch.getBytes(StandardCharsets.UTF_8)))))
                .header(
                        "Cookie",
                        "coldchain="
                                + phone.jar
                                        .getCookieStore()
                                        .getCookies()
                                        .getFirst()
                                        .getValue())
                .build();

        assertThat(browser.send(chunked, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
        assertThat(rows("select id from reading")).hasSize(20);
    }
}
