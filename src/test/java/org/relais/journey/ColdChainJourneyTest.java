package org.relais.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A phone sends, and whoever sits in front of an open page sees it. */
class ColdChainJourneyTest extends JourneySite {

    private static final String SENSOR = "9f86d081884c7d659a2feaa0c55ad015";

    private final HttpClient phone =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    @Autowired
    private JdbcClient jdbc;

    /** The other journeys' pages know nothing of it. */
    @AfterEach
    void theSensorNeverWas() {
        List.of("outbox", "record_entry", "sensor", "breach", "reading")
                .forEach(table -> jdbc.sql("delete from " + table + " where id in (:ids)")
                        .param("ids", List.of(SENSOR, "r-1", "r-2", "b-1"))
                        .update());
    }

    @Test
    void whatAPhoneSendsIsSeenAndHeardOnAPageThatIsOpen() throws Exception {
        Visitor visitor = new Visitor(browser.page("fr", 360, 740), address());
        Axe.readyIn(visitor);
        visitor.signIn();
        sends("POST", "login", "{\"username\":\"froid\",\"password\":\"pass\"}");
        long now = Instant.now().getEpochSecond();
        sends("PUT", "sensor", """
                [{"id":"%s","logInterval":600,"name":"Frigo 1","macAddress":"AA:BB:CC:DD:EE:01 | BLUE_MAESTRO",\
                "batteryLevel":12,"logDelay":0,"programmedDate":%d,"isActive":true}]""".formatted(SENSOR, now));
        sends("PUT", "temperature-log", reading("r-1", 5, now - 600));
        visitor.open("cold-chain?sensor=" + SENSOR);
        Locator card = visitor.find("[data-sensor='" + SENSOR + "']");
        assertThat(card).hasAttribute("data-state", "in-range");
        assertThat(card).isFocused();
        visitor.page().evaluate("() => { window.samePage = true; }");

        sends("PUT", "temperature-log", reading("r-2", 11.5, now - 60));
        assertThat(card).containsText("11,5 °C");
        sends("PUT", "temperature-breach", """
                [{"id":"b-1","sensorId":"%s","type":"HOT_CONSECUTIVE","startTimestamp":%d,"thresholdMinimumTemperature":8.0,\
                "thresholdMaximumTemperature":999.0,"thresholdDuration":1800000,"acknowledged":false}]""".formatted(SENSOR, now - 2520));

        assertThat(card).hasAttribute("data-state", "breach");
        assertThat(visitor.find("#alarm-bar")).containsText("Rupture : trop chaud Frigo 1, 11,5 °C, depuis 42 min");
        assertThat(visitor.find("#alarm-announcer")).containsText("Rupture : trop chaud, Frigo 1");
        assertThat((boolean) visitor.page().evaluate("() => window.samePage === true"))
                .isTrue();
        Axe.judge(visitor, "a breach");

        visitor.open("cold-chain/poster/" + SENSOR);
        assertThat(visitor.find("#poster-qr")).isVisible();
        Axe.judge(visitor, "the poster");
        assertThat(sheets(visitor)).isEqualTo(1);
    }

    private static int sheets(Visitor visitor) {
        Page.PdfOptions asTheSheetSays = new Page.PdfOptions().setPreferCSSPageSize(true);
        String pdf = new String(visitor.page().pdf(asTheSheetSays), StandardCharsets.ISO_8859_1);
        return (int) Pattern.compile("/Type\\s*/Page\\b").matcher(pdf).results().count();
    }

    private static String reading(String id, double temperature, long at) {
        return """
                [{"id":"%s","sensorId":"%s","temperature":%s,"timestamp":%d,"temperatureBreachId":null,"logInterval":600}]""".formatted(id, SENSOR, temperature, at);
    }

    private void sends(String method, String what, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address() + "/coldchain/v1/" + what))
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> answer = phone.send(request, BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }
}
