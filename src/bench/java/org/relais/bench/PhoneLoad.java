package org.relais.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.relais.catalogue.CentralServer;
import org.relais.demo.DemoNetwork;
import org.relais.demo.Fault;
import org.relais.demo.FaultKind;

/**
 * Phones that send to a site whose central server is silent: one has a backlog, the others their usual minute every five seconds,
 * each at a moment of its own, and somebody asks for a page meanwhile.
 *
 * @param phones how many there are
 * @param rows of the backlog
 * @param took how long the site took for it
 * @param putMillis of every batch of all phones, in order of size
 * @param loginMillis of every sign-in, in order of size
 * @param quietPageMillis the page before, in order of size
 * @param busyPageMillis the page meanwhile, in order of size
 */
record PhoneLoad(
        int phones,
        int rows,
        Duration took,
        List<Double> putMillis,
        List<Double> loginMillis,
        List<Double> quietPageMillis,
        List<Double> busyPageMillis) {

    private static final int BATCH = 100;
    private static final int ROWS_OF_A_MINUTE = 6;
    private static final int PAGES = 40;
    private static final Duration BETWEEN_CYCLES = Duration.ofSeconds(5);
    private static final Duration BETWEEN_PAGES = Duration.ofMillis(250);
    private static final long FIRST_READING = 1_790_000_000L;

    static PhoneLoad measure(SiteProcess site, DemoNetwork network, int phones, int rows) {
        URI api = site.api().page("/coldchain/v1/");
        // Once while the central server answers: what it said is what counts afterwards.
        new Caller(api).login();
        network.faults().add(Fault.always(FaultKind.STALL, CentralServer.LEGACY));
        ConcurrentLinkedQueue<Double> puts = new ConcurrentLinkedQueue<>();
        ConcurrentLinkedQueue<Double> logins = new ConcurrentLinkedQueue<>();
        List<Double> quiet = pages(site, PAGES);
        AtomicBoolean over = new AtomicBoolean();
        ConcurrentLinkedQueue<Double> busy = new ConcurrentLinkedQueue<>();
        List<Thread> others = new ArrayList<>();
        for (int phone = 1; phone < phones; phone++) {
            String name = "p" + phone;
            Duration offset = BETWEEN_CYCLES.multipliedBy(phone).dividedBy(phones);
            others.add(Thread.ofVirtual().start(() -> {
                Waiting.pause(offset);
                for (int cycle = 0; !over.get(); cycle++) {
                    Caller caller = new Caller(api);
                    logins.add(caller.login());
                    puts.add(caller.put("sensor", '[' + sensor(name) + ']'));
                    puts.add(caller.put("temperature-log", readings(name, cycle * ROWS_OF_A_MINUTE, ROWS_OF_A_MINUTE)));
                    Waiting.pause(BETWEEN_CYCLES);
                }
            }));
        }
        others.add(Thread.ofVirtual().start(() -> {
            while (!over.get()) {
                busy.addAll(pages(site, 1));
                Waiting.pause(BETWEEN_PAGES);
            }
        }));
        long began = System.nanoTime();
        Caller caller = new Caller(api);
        logins.add(caller.login());
        puts.add(caller.put("sensor", '[' + sensor("p0") + ']'));
        for (int sent = 0; sent < rows; sent += BATCH) {
            puts.add(caller.put("temperature-log", readings("p0", sent, Math.min(BATCH, rows - sent))));
        }
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        over.set(true);
        others.forEach(Waiting::forEnd);
        network.faults().clear();
        return new PhoneLoad(phones, rows, took, sorted(puts), sorted(logins), quiet, sorted(busy));
    }

    private static List<Double> sorted(Iterable<Double> millis) {
        List<Double> sorted = new ArrayList<>();
        millis.forEach(sorted::add);
        sorted.sort(null);
        return sorted;
    }

    private static List<Double> pages(SiteProcess site, int times) {
        List<Double> millis = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            long began = System.nanoTime();
            site.api().answersItsPage();
            millis.add((System.nanoTime() - began) / 1e6);
        }
        millis.sort(null);
        return millis;
    }

    /** The value under which so many of a hundred are; 0 of none. */
    static double percentile(List<Double> sorted, int percent) {
        return sorted.isEmpty() ? 0 : sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100));
    }

    double perSecond() {
        return rows / (took.toNanos() / 1e9);
    }

    private static String sensor(String name) {
        return """
                {"id":"%s","logInterval":300,"name":"%s","macAddress":"%s | BLUE_MAESTRO","batteryLevel":80,"isActive":true}""".formatted(name, name, name);
    }

    private static String readings(String sensor, int from, int count) {
        return IntStream.range(from, from + count)
                .mapToObj(i -> reading(sensor, i))
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static String reading(String sensor, int number) {
        return "{\"id\":\"%s-%d\",\"sensorId\":\"%s\",\"temperature\":%d.%d,\"timestamp\":%d,\"temperatureBreachId\":null,\"logInterval\":300}"
                .formatted(sensor, number, sensor, 3 + number % 4, number % 10, FIRST_READING + number * 300L);
    }

    /** A phone of the network's account for the cold chain. */
    private static final class Caller {

        /** One for all: phones have processors of their own, and what a client costs is not the site's. */
        private static final HttpClient HTTP =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

        private final URI api;
        private String cookie = "";

        Caller(URI api) {
            this.api = api;
        }

        double login() {
            return call("POST", "login", "{\"username\":\"froid\",\"password\":\"pass\"}");
        }

        double put(String what, String rows) {
            return call("PUT", what, rows);
        }

        /** Milliseconds to the end of the answer. */
        private double call(String method, String what, String body) {
            long began = System.nanoTime();
            try {
                HttpResponse<Void> answer = HTTP.send(
                        HttpRequest.newBuilder(api.resolve(what))
                                .header("Content-Type", "application/json")
                                .header("Cookie", cookie)
                                .method(method, BodyPublishers.ofString(body))
                                .build(),
                        BodyHandlers.discarding());
                if (answer.statusCode() != 200) {
                    throw new IllegalStateException(method + " " + what + " was answered " + answer.statusCode());
                }
                answer.headers().firstValue("Set-Cookie").ifPresent(set -> cookie = set.split(";", 2)[0]);
                return (System.nanoTime() - began) / 1e6;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }
}
