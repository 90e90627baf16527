package org.relais.demo.phones;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A phone: it keeps what its sensors measured until the site took it, and begins each cycle with a new sign-in. */
final class DemoPhone {

    private static final int BATCH = 100;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final String name;
    private final String user;
    private final String password;
    private final List<DemoSensor> sensors;
    private final List<String> breaches = new ArrayList<>();
    private final List<String> readings = new ArrayList<>();
    private volatile boolean off;

    DemoPhone(String name, String user, String password, DemoSensor... sensors) {
        this.name = name;
        this.user = user;
        this.password = password;
        this.sensors = List.of(sensors);
    }

    String name() {
        return name;
    }

    List<DemoSensor> sensors() {
        return sensors;
    }

    boolean off() {
        return off;
    }

    void switchOff(boolean now) {
        off = now;
    }

    /** Reads its sensors; one that is lost is out of reach. */
    void measure(Instant at) {
        sensors.stream().filter(sensor -> !sensor.lost()).forEach(sensor -> sensor.measure(at, breaches, readings));
    }

    /**
     * One cycle, as the app does it: a stage that fails does not stop the next one, a sign-in that fails stops all.
     *
     * @return whether the site took everything
     */
    boolean send(URI site, Instant now) throws InterruptedException {
        if (off) {
            return false;
        }
        HttpClient http = HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .connectTimeout(PATIENCE)
                .build();
        try (http) {
            String login = "{\"username\":\"" + user + "\",\"password\":\"" + password + "\"}";
            if (!call(http, site, "POST", "login", login)) {
                return false;
            }
            List<String> known = new ArrayList<>(sensors.stream()
                    .filter(sensor -> !sensor.lost())
                    .map(sensor -> sensor.json(now))
                    .toList());
            boolean all = put(http, site, "sensor", known);
            all &= put(http, site, "temperature-breach", breaches);
            all &= put(http, site, "temperature-log", readings);
            return all;
        }
    }

    private static boolean put(HttpClient http, URI site, String what, List<String> queue) throws InterruptedException {
        while (!queue.isEmpty()) {
            List<String> batch = queue.subList(0, Math.min(BATCH, queue.size()));
            if (!call(http, site, "PUT", what, '[' + String.join(",", batch) + ']')) {
                return false;
            }
            batch.clear();
        }
        return true;
    }

    private static boolean call(HttpClient http, URI site, String method, String what, String body)
            throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(site.resolve("/coldchain/v1/" + what))
                .header("Content-Type", "application/json")
                .timeout(PATIENCE)
                .method(method, BodyPublishers.ofString(body))
                .build();
        try {
            return http.send(request, BodyHandlers.discarding()).statusCode() / 100 == 2;
        } catch (IOException away) {
            return false;
        }
    }
}
