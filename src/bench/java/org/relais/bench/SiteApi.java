package org.relais.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The HTTP interface of a site, as a program outside of it uses it. */
final class SiteApi {

    /** Seldom: a look costs the site the checking of a password, which is slow on purpose. */
    private static final Duration LOOK_EVERY = Duration.ofSeconds(3);

    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(60);

    /** The database was too slow for a moment, on a machine that has other work. */
    private static final int NOT_NOW = 503;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI site;
    private final String authorization;

    SiteApi(URI site, String password) {
        this.site = site;
        this.authorization =
                "Basic " + Base64.getEncoder().encodeToString(("admin:" + password).getBytes(StandardCharsets.UTF_8));
    }

    URI page(String path) {
        return site.resolve(path);
    }

    /** Whether the page to sign in on is there already. */
    boolean answersItsPage() {
        try {
            HttpRequest request = HttpRequest.newBuilder(page("/login"))
                    .timeout(ANSWER_WITHIN)
                    .build();
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Starts a run and waits for its end. */
    SyncRun run() {
        long id = send("POST", "/api/v1/sync/runs").get("id").asLong();
        while (true) {
            JsonNode newest = send("GET", "/api/v1/sync/runs?limit=1").get(0);
            if (newest.get("id").asLong() == id && newest.hasNonNull("finishedAt")) {
                return SyncRun.of(newest);
            }
            Waiting.pause(LOOK_EVERY);
        }
    }

    /** Waits for the end of the run that goes on, or of the first one, which must succeed. */
    SyncRun awaitRun() {
        return SyncRun.of(ended());
    }

    /** Waits for the end of the run that goes on, or of the first one, however it ends. */
    void awaitEnd() {
        ended();
    }

    private JsonNode ended() {
        while (true) {
            JsonNode runs = send("GET", "/api/v1/sync/runs?limit=1");
            if (!runs.isEmpty() && runs.get(0).hasNonNull("finishedAt")) {
                return runs.get(0);
            }
            Waiting.pause(LOOK_EVERY);
        }
    }

    /** Waits until a run has succeeded, and gives all that there were, the newest first. */
    List<JsonNode> untilOneSucceeds(Duration lookEvery) {
        while (true) {
            JsonNode runs = send("GET", "/api/v1/sync/runs?limit=100");
            if (!runs.isEmpty() && runs.get(0).get("outcome").asString().equals("succeeded")) {
                return runs.valueStream().toList();
            }
            Waiting.pause(lookEvery);
        }
    }

    /** Asks how synchronisation stands. */
    void status() {
        send("GET", "/api/v1/sync");
    }

    /** How many records are stored, and how many of those that came in are not. */
    Stock stock() {
        JsonNode records = send("GET", "/api/v1/records");
        long stored = 0;
        long aside = 0;
        for (JsonNode table : records.get("tables")) {
            stored += table.get("stored").asLong();
            aside += table.get("waiting").asLong() + table.get("failed").asLong();
        }
        return new Stock(stored, aside);
    }

    record Stock(long stored, long aside) {}

    private JsonNode send(String method, String path) {
        try {
            HttpRequest request = HttpRequest.newBuilder(page(path))
                    .timeout(ANSWER_WITHIN)
                    .header("Authorization", authorization)
                    .method(method, HttpRequest.BodyPublishers.noBody())
                    .build();
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            while (answer.statusCode() == NOT_NOW) {
                Waiting.pause(LOOK_EVERY);
                answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            }
            if (answer.statusCode() / 100 != 2) {
                throw new IllegalStateException(method + " " + path + ": " + answer.statusCode() + " " + answer.body());
            }
            return JsonMapper.shared().readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
