package org.relais.coldchain.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.relais.demo.DemoNetwork;
import org.relais.demo.DemoOptions;
import org.relais.demo.ReceivedChange;
import org.relais.testing.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A server that is killed while a phone sends its day: the phone comes again as the app does, and in the store and at the central server
 * is what would be there without the kill.
 *
 * <p>The moments are chosen by a seed, which is printed; {@code -Drelais.crash.seed=...} sets it, and {@code
 * -Drelais.phone-crash.kills=...} how often the server is killed.
 */
class KilledInAPhonesDayTest {

    private static final int KILLS = Integer.getInteger("relais.phone-crash.kills", 1);
    private static final long DAWN = 1_795_932_000L;
    private static final int INTERVAL = 300;
    private static final int READINGS = 288;
    private static final int BATCH = 100;

    /** A PUT of a hundred rows takes about so long, in milliseconds. */
    private static final int LONGEST = 60;

    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    private final long seed = Long.getLong("relais.crash.seed", new Random().nextInt(1_000_000));
    private final Random random = new Random(seed);
    private final JdbcClient jdbc = JdbcClient.create(database.dataSource());

    @Test
    void nothingIsLostAndNothingComesTwice() throws Exception {
        System.out.println("Phone crash test: -Drelais.crash.seed=" + seed);
        try (DemoNetwork network =
                        DemoNetwork.start(DemoOptions.usual().records(5_000).integration(Duration.ofMillis(10)));
                MortalServer server = new MortalServer(network, database)) {
            server.start();
            AppsQueue undisturbed = day("-a");
            undisturbed.cycle(server.address(), (left, call) -> {});
            assertThat(undisturbed.size()).isZero();

            AppsQueue disturbed = day("-b");
            int batches = disturbed.size();
            for (int kill = 0; kill < KILLS; kill++) {
                int at = 1 + random.nextInt(Math.max(1, Math.min(batches, disturbed.size())));
                // What was not taken is still left when the phone goes on with the next stage.
                AtomicBoolean killed = new AtomicBoolean();
                disturbed.cycle(server.address(), (left, call) -> {
                    if (left == at && killed.compareAndSet(false, true)) {
                        soon(call);
                        server.kill();
                    }
                });
                server.start();
            }
            disturbed.cycle(server.address(), (left, call) -> {});
            assertThat(disturbed.size()).isZero();

            assertThat(stored("-b")).hasSize(2 + 2 + 2 * READINGS).isEqualTo(stored("-a"));
            assertThat(projected("-b")).hasSize(2 + 2 + 2 * READINGS).isEqualTo(projected("-a"));
            assertThat(quarantined("-b")).hasSize(1).isEqualTo(quarantined("-a"));
            server.synchronise();
            assertThat(pushed(network, "-b")).hasSize(2 + 2 + 2 * READINGS).isEqualTo(pushed(network, "-a"));
        }
    }

    /** Returns when the call is somewhere on its way, or has just been answered. */
    private void soon(CompletableFuture<?> call) {
        try {
            call.get(random.nextInt(LONGEST), TimeUnit.MILLISECONDS);
        } catch (TimeoutException underWay) {
            return;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Two sensors; a breach that ends, whose readings come again with its id, one that goes on; a row that nobody can use. */
    private static AppsQueue day(String suffix) {
        AppsQueue queue = new AppsQueue();
        queue.add("sensor", "[" + sensor("s1", suffix) + "," + sensor("s2", suffix) + "]");
        queue.add("temperature-breach", "[" + breach("b1", "s1", 100, -1, suffix) + "]");
        queue.add(
                "temperature-breach",
                "[" + breach("b1", "s1", 100, 140, suffix) + "," + breach("b2", "s2", 250, -1, suffix) + "]");
        for (String sensor : List.of("s1", "s2")) {
            for (int from = 0; from < READINGS; from += BATCH) {
                queue.add(
                        "temperature-log",
                        readings(sensor, from, Math.min(from + BATCH, READINGS), null, suffix, false));
            }
        }
        queue.add("temperature-log", readings("s1", 100, 141, "b1", suffix, true));
        return queue;
    }

    private static String sensor(String id, String suffix) {
        return """
                {"id":"%s","logInterval":%d,"name":"Frigo %s","macAddress":"AA:BB:CC:DD:EE:0%s | BLUE_MAESTRO","batteryLevel":80,\
                "logDelay":0,"programmedDate":%d,"isActive":true}""".formatted(id + suffix, INTERVAL, id, id.charAt(1), DAWN);
    }

    private static String breach(String id, String sensor, int start, int end, String suffix) {
        return """
                {"id":"%s","sensorId":"%s","type":"HOT_CONSECUTIVE","startTimestamp":%d,%s"thresholdMinimumTemperature":8.0,\
                "thresholdMaximumTemperature":999.0,"thresholdDuration":1800000,"acknowledged":false}""".formatted(
                        id + suffix,
                        sensor + suffix,
                        DAWN + (long) start * INTERVAL,
                        end < 0 ? "" : "\"endTimestamp\":" + (DAWN + (long) end * INTERVAL) + ",");
    }

    private static String readings(String sensor, int from, int to, String breach, String suffix, boolean oneIsBroken) {
        String rows = IntStream.range(from, to)
                .mapToObj(n -> """
                        {"id":"%s","sensorId":"%s","temperature":%s,"timestamp":%d,"temperatureBreachId":%s,"logInterval":%d}""".formatted(
                                sensor + "l" + n + suffix,
                                sensor + suffix,
                                n >= 100 && n < 140 ? "9.5" : "4." + n % 10,
                                DAWN + (long) n * INTERVAL,
                                breach == null ? "null" : '"' + breach + suffix + '"',
                                INTERVAL))
                .collect(Collectors.joining(","));
        return oneIsBroken ? "[" + rows + ",{\"id\":\"broken" + suffix + "\"}]" : "[" + rows + "]";
    }

    private Set<String> stored(String suffix) {
        return told(jdbc.sql("""
                        select concat(type, ' ', id, ' ', store_id, ' ', data) from record
                        where type in ('sensor', 'temperature_breach', 'temperature_log') and id like concat('%', ?)
                        """).param(suffix).query(String.class).list(), suffix);
    }

    private Set<String> projected(String suffix) {
        return told(jdbc.sql("""
                        select concat_ws(' ', 's', id, store_id, name, serial, battery, log_interval, active) from sensor
                        where id like concat('%', :suffix)
                        union all select concat_ws(' ', 'b', id, store_id, sensor_id, type, started_at, ended_at, acknowledged)
                        from breach where id like concat('%', :suffix)
                        union all select concat_ws(' ', 'r', id, store_id, sensor_id, breach_id, taken_at, temperature)
                        from reading where id like concat('%', :suffix)
                        """).param("suffix", suffix).query(String.class).list(), suffix);
    }

    private Set<String> quarantined(String suffix) {
        return told(jdbc.sql("""
                        select concat_ws(' ', kind, problem, field, text) from quarantine where text like concat('%', ?, '%')
                        """).param("broken" + suffix).query(String.class).list(), suffix);
    }

    /** What the central server has; a record that it was sent twice says the same twice. */
    private static Set<String> pushed(DemoNetwork network, String suffix) {
        List<ReceivedChange> its = network.received().stream()
                .filter(change -> change.key().id().endsWith(suffix))
                .toList();
        assertThat(its).allSatisfy(change -> assertThat(change.problems()).isEmpty());
        return told(
                its.stream()
                        .map(change -> change.key() + " " + change.action() + " " + change.data())
                        .toList(),
                suffix);
    }

    /** Without what tells the two days apart, and without when the sensor's phone was here. */
    private static Set<String> told(List<String> lines, String suffix) {
        Set<String> told = new HashSet<>();
        for (String line : lines) {
            assertThat(told.add(line.replace(suffix, "")
                            .replaceAll("\"(last|om_last_)[cC]onnection\\w*\": ?(\"[^\"]*\"|\\d+)", "")))
                    .as(line)
                    .isTrue();
        }
        return told;
    }
}
