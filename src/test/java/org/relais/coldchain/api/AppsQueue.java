package org.relais.coldchain.api;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * What waits on a phone, and how the app sends it: each cycle signs in anew and goes through sensors, breaches and readings; what was
 * answered with a 2xx leaves the queue, everything else comes again with the next cycle.
 */
final class AppsQueue {

    private final Map<String, Deque<String>> stages = new LinkedHashMap<>();

    AppsQueue() {
        List.of("sensor", "temperature-breach", "temperature-log")
                .forEach(call -> stages.put(call, new ArrayDeque<>()));
    }

    void add(String call, String batch) {
        stages.get(call).add(batch);
    }

    int size() {
        return stages.values().stream().mapToInt(Deque::size).sum();
    }

    /** What is done while a batch is on its way. */
    interface Meanwhile {

        void during(int leftInQueue, CompletableFuture<?> call) throws IOException, InterruptedException;
    }

    /** One cycle. A failed stage does not stop the next, a failed login stops all. */
    void cycle(URI server, Meanwhile meanwhile) throws IOException, InterruptedException {
        HttpClient http =
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        if (!isTaken(http.sendAsync(
                request(server, "login", "POST", "{\"username\":\"froid\",\"password\":\"pass\"}"),
                BodyHandlers.ofString()))) {
            return;
        }
        for (Map.Entry<String, Deque<String>> stage : stages.entrySet()) {
            Deque<String> batches = stage.getValue();
            boolean taken = true;
            while (taken && !batches.isEmpty()) {
                CompletableFuture<HttpResponse<String>> call =
                        http.sendAsync(request(server, stage.getKey(), "PUT", batches.peek()), BodyHandlers.ofString());
                meanwhile.during(size(), call);
                taken = isTaken(call);
                if (taken) {
                    batches.remove();
                }
            }
        }
    }

    private static HttpRequest request(URI server, String call, String method, String body) {
        return HttpRequest.newBuilder(server.resolve("/coldchain/v1/" + call))
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body))
                .build();
    }

    private static boolean isTaken(CompletableFuture<HttpResponse<String>> call) {
        return call.handle((answer, lost) -> lost == null && answer.statusCode() / 100 == 2)
                .join();
    }
}
