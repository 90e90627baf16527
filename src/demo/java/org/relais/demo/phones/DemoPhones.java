package org.relais.demo.phones;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.relais.demo.phones.Fridge.Mishap;

/**
 * Three phones with five sensors. They begin when the site is set up, with the history of thirty days, in which there was a power cut, a
 * freezing night and a door that was left open; in one fridge it is too warm at this very moment.
 */
public final class DemoPhones implements AutoCloseable {

    private static final Duration HISTORY = Duration.ofDays(30);
    private static final Duration STEP_OF_HISTORY = Duration.ofMinutes(10);
    private static final Duration CYCLE = Duration.ofSeconds(60);
    private static final Duration NOT_YET = Duration.ofSeconds(3);

    private final URI site;
    private final Path memory;
    private final Clock clock;
    private final Instant born;
    private final List<DemoPhone> phones;
    private final Thread life;
    private Instant measured;

    /**
     * Phones that are switched on.
     *
     * @param site the address of the site
     * @param memory where they note what they sent, for the next start; null for nowhere
     * @param password of the accounts {@code froid} and {@code frio}
     */
    public DemoPhones(URI site, Path memory, String password, Clock clock) {
        this.site = site;
        this.memory = memory;
        this.clock = clock;
        List<Instant> noted = read(memory);
        Instant now = aligned(clock.instant());
        this.born = noted.isEmpty() ? now : noted.getFirst();
        this.measured = noted.isEmpty() ? now.minus(HISTORY) : noted.getLast();
        this.phones = phones(password);
        this.life = Thread.ofVirtual().name("demo-phones").unstarted(this::live);
    }

    /** Switches them on; does nothing when they are. */
    public synchronized void start() {
        if (life.getState() == Thread.State.NEW) {
            life.start();
        }
    }

    /** What there is: each sensor with its phone, as JSON. */
    public String json() {
        List<String> sensors = phones.stream()
                .flatMap(phone -> phone.sensors().stream()
                        .map(sensor -> "{\"phone\":\"%s\",\"off\":%s,\"sensor\":\"%s\",\"name\":\"%s\",\"lost\":%s}"
                                .formatted(phone.name(), phone.off(), sensor.id(), sensor.name(), sensor.lost())))
                .toList();
        return '[' + String.join(",", sensors) + ']';
    }

    /**
     * Something happens to a sensor or its phone.
     *
     * @param what {@code door}, {@code lose}, {@code find}, {@code off} or {@code on}
     * @param sensor the sensor's id
     * @throws IllegalArgumentException when there is no such thing or no such sensor
     */
    public void happen(String what, String sensor) {
        DemoPhone phone = phones.stream()
                .filter(each -> each.sensors().stream().anyMatch(its -> its.id().equals(sensor)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no sensor " + sensor));
        DemoSensor hit = phone.sensors().stream()
                .filter(its -> its.id().equals(sensor))
                .findFirst()
                .orElseThrow();
        switch (what) {
            case "door" -> hit.openDoor(clock.instant());
            case "lose" -> hit.lose(true);
            case "find" -> hit.lose(false);
            case "off" -> phone.switchOff(true);
            case "on" -> phone.switchOff(false);
            default -> throw new IllegalArgumentException("nothing is called " + what);
        }
    }

    private List<DemoPhone> phones(String password) {
        Mishap powerCut =
                new Mishap(daysAgo(12).plus(Duration.ofHours(2)), Duration.ofHours(3), 11, Duration.ofHours(2));
        Mishap freezing = new Mishap(daysAgo(5), Duration.ofHours(4), -6, Duration.ofHours(1));
        Mishap door = new Mishap(daysAgo(9), Duration.ofMinutes(50), 8, Duration.ofMinutes(8));
        Mishap thermostat =
                new Mishap(born.minus(Duration.ofMinutes(70)), Duration.ofHours(5), 6, Duration.ofMinutes(15));
        return List.of(
                new DemoPhone(
                        "froid-1",
                        "froid",
                        password,
                        new DemoSensor("Frigo 1", "D4:31:8A:02:11:01", new Fridge(1, 4.6, powerCut, door)),
                        new DemoSensor("Frigo 2", "D4:31:8A:02:11:02", new Fridge(2, 5.1, powerCut, thermostat))),
                new DemoPhone(
                        "froid-2",
                        "froid",
                        password,
                        new DemoSensor("Chambre froide", "D4:31:8A:02:11:03", new Fridge(3, 4.0)),
                        new DemoSensor("Frigo SR 3", "D4:31:8A:02:11:04", new Fridge(4, 4.9, freezing))),
                new DemoPhone(
                        "frio-1",
                        "frio",
                        password,
                        new DemoSensor("Nevera 5", "D4:31:8A:02:11:05", new Fridge(5, 5.4))));
    }

    private Instant daysAgo(int days) {
        return born.minus(Duration.ofDays(days));
    }

    private void live() {
        try {
            while (true) {
                Instant now = clock.instant();
                while (!next(now).isAfter(now)) {
                    measured = next(now);
                    for (DemoPhone phone : phones) {
                        phone.measure(measured);
                    }
                }
                boolean all = true;
                for (DemoPhone phone : phones) {
                    all &= phone.send(site, now) || phone.off();
                }
                if (all) {
                    note(memory, born, measured);
                }
                Thread.sleep(all ? CYCLE : NOT_YET);
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    /** History is measured in larger steps, so that it is sent within a minute. */
    private Instant next(Instant now) {
        boolean longAgo = Duration.between(measured, now).compareTo(Duration.ofHours(2)) > 0;
        return measured.plus(longAgo ? STEP_OF_HISTORY : DemoSensor.INTERVAL);
    }

    private static Instant aligned(Instant moment) {
        long step = STEP_OF_HISTORY.toSeconds();
        return Instant.ofEpochSecond(moment.getEpochSecond() / step * step);
    }

    private static List<Instant> read(Path memory) {
        try {
            return memory == null || !Files.exists(memory)
                    ? List.of()
                    : Stream.of(Files.readString(memory).strip().split("\\s+"))
                            .map(Instant::parse)
                            .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void note(Path memory, Instant born, Instant measured) {
        if (memory == null) {
            return;
        }
        try {
            Files.writeString(memory, born + " " + measured + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        life.interrupt();
    }
}
