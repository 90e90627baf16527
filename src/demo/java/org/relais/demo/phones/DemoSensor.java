package org.relais.demo.phones;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * A Bluetooth sensor in a fridge, and what its phone makes of its readings: a breach is one when its time has passed, and its readings
 * are then sent again with it; it ends with the first reading that is well again (coldchain.md).
 */
final class DemoSensor {

    static final Duration INTERVAL = Duration.ofMinutes(5);

    private static final double HOT = 8;
    private static final double COLD = 2;
    private static final Duration HOT_FOR = Duration.ofMinutes(30);
    private static final Duration COLD_FOR = Duration.ofMinutes(20);

    private final String id;
    private final String name;
    private final String address;
    private final Fridge fridge;
    private final List<Reading> outside = new ArrayList<>();
    private String breach;
    private volatile boolean lost;

    DemoSensor(String name, String address, Fridge fridge) {
        this.id = UUID.nameUUIDFromBytes(("relais-demo-sensor-" + address).getBytes(StandardCharsets.UTF_8))
                .toString()
                .replace("-", "");
        this.name = name;
        this.address = address;
        this.fridge = fridge;
    }

    private record Reading(Instant at, double degrees) {}

    String id() {
        return id;
    }

    String name() {
        return name;
    }

    boolean lost() {
        return lost;
    }

    void lose(boolean gone) {
        lost = gone;
    }

    void openDoor(Instant now) {
        fridge.openDoor(now);
    }

    /** The sensor as its phone sends it. */
    String json(Instant now) {
        long battery = 95 - Math.floorMod(now.getEpochSecond() / 86_400, 60);
        return """
                {"id":"%s","logInterval":%d,"name":"%s","macAddress":"%s | BLUE_MAESTRO","batteryLevel":%d,"logDelay":%d,\
                "programmedDate":%d,"isActive":true}""".formatted(
                        id,
                        INTERVAL.toSeconds(),
                        name,
                        address,
                        battery,
                        now.getEpochSecond(),
                        now.getEpochSecond() - 3_000_000);
    }

    /** Measures once. What there is to send goes to the phone's two queues. */
    void measure(Instant at, List<String> breaches, List<String> readings) {
        Reading reading = new Reading(at, fridge.temperature(at));
        boolean hot = reading.degrees() > HOT;
        if (!hot && reading.degrees() >= COLD) {
            if (breach != null) {
                breaches.add(breach(at));
            }
            outside.clear();
            breach = null;
            readings.add(reading(reading));
            return;
        }
        outside.add(reading);
        Duration lasts = Duration.between(outside.getFirst().at(), at);
        if (breach == null && lasts.compareTo(hot ? HOT_FOR : COLD_FOR) >= 0) {
            breach = id("breach", outside.getFirst().at());
            breaches.add(breach(null));
            outside.forEach(earlier -> readings.add(reading(earlier)));
        } else {
            readings.add(reading(reading));
        }
    }

    private String breach(Instant end) {
        Reading first = outside.getFirst();
        boolean hot = first.degrees() > HOT;
        return """
                {"id":"%s","sensorId":"%s","type":"%s","startTimestamp":%d,"endTimestamp":%s,"thresholdMinimumTemperature":%s,\
                "thresholdMaximumTemperature":%s,"thresholdDuration":%d,"acknowledged":false}""".formatted(
                        breach,
                        id,
                        hot ? "HOT_CONSECUTIVE" : "COLD_CONSECUTIVE",
                        first.at().getEpochSecond(),
                        end == null ? "null" : Long.toString(end.getEpochSecond()),
                        hot ? HOT : -999,
                        hot ? 999 : COLD,
                        (hot ? HOT_FOR : COLD_FOR).toMillis());
    }

    private String reading(Reading reading) {
        return """
                {"id":"%s","sensorId":"%s","temperature":%s,"timestamp":%d,"temperatureBreachId":%s,"logInterval":%d}""".formatted(
                        id("log", reading.at()),
                        id,
                        reading.degrees(),
                        reading.at().getEpochSecond(),
                        breach == null ? "null" : '"' + breach + '"',
                        INTERVAL.toSeconds());
    }

    private String id(String what, Instant at) {
        String text = what + '-' + id + '-' + at.getEpochSecond();
        return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
