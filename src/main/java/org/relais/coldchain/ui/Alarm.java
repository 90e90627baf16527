package org.relais.coldchain.ui;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.relais.coldchain.Breach;
import org.relais.coldchain.SensorState;
import org.relais.coldchain.StoreWatch;
import org.relais.coldchain.WatchedSensor;

/** One thing that somebody has to look at, as one line. */
sealed interface Alarm {

    /** The store that it is in. */
    String storeId();

    /** The sensor that it is about; null for a breach of one that nobody knows. */
    String sensorId();

    /** What it is known by: an alarm with another mark is a new one. */
    String mark();

    /** Its place among others, the worst first. */
    int rank();

    /** What is the matter. */
    String what(ColdChainWords words);

    /** Where, at which temperature, for how long. */
    String details(ColdChainWords words, Instant now);

    /** Where more is to be seen of it. */
    default String address() {
        return ColdChainView.address(sensorId());
    }

    /** The worst things of each store, the worst of all first; not all breaches are among them, as there may be thousands. */
    static List<Alarm> of(List<StoreWatch> stores) {
        return stores.stream()
                .flatMap(Alarm::of)
                .sorted(Comparator.comparingInt(Alarm::rank))
                .toList();
    }

    private static Stream<Alarm> of(StoreWatch store) {
        Stream<Alarm> breach = Stream.ofNullable(store.worst())
                .map(worst -> new Unanswered(
                        store.storeId(), worst, store.sensor(worst.sensorId()).orElse(null), store.extreme()));
        return Stream.concat(breach, store.trouble().stream().map(watched -> new Trouble(store.storeId(), watched)));
    }

    /**
     * A breach that nobody answered for.
     *
     * @param watched its sensor; null for one that nobody knows
     * @param extreme how bad it was; null where no reading of it came
     */
    record Unanswered(String storeId, Breach breach, WatchedSensor watched, BigDecimal extreme) implements Alarm {

        @Override
        public String sensorId() {
            return watched == null ? null : watched.sensor().id();
        }

        @Override
        public String mark() {
            return breach.id();
        }

        /** While it goes on the sensor counts; when it is over, what somebody says of it. */
        @Override
        public String address() {
            return breach.open() ? Alarm.super.address() : MonitoringFilter.ofBreach(breach.id());
        }

        /** One that is over waits for an answer, not for help. */
        @Override
        public int rank() {
            return breach.open() ? 0 : SensorState.values().length;
        }

        @Override
        public String what(ColdChainWords words) {
            boolean warm = breach.type().hot();
            return breach.open()
                    ? words.text(ColdChainWords.breach(warm))
                    : words.text(warm ? "cold-chain.alarm.over.warm" : "cold-chain.alarm.over.cold");
        }

        @Override
        public String details(ColdChainWords words, Instant now) {
            String where = watched == null ? words.text("cold-chain.alarm.unknown") : words.where(watched);
            String lasting = words.lasting(breach.duration(now));
            String temperature = temperature().map(words::degrees).orElse(null);
            if (breach.open()) {
                return temperature == null
                        ? words.text("cold-chain.alarm.for", where, lasting)
                        : words.text("cold-chain.alarm.now", where, temperature, lasting);
            }
            String when = words.phrases().moment(breach.start(), now);
            return temperature == null
                    ? words.text("cold-chain.alarm.was", where, when, lasting)
                    : words.text("cold-chain.alarm.reached", where, temperature, when, lasting);
        }

        /** While it goes on, how it is now; afterwards how bad it was. */
        private Optional<BigDecimal> temperature() {
            if (breach.open()) {
                return Optional.ofNullable(watched).map(WatchedSensor::last).map(last -> last.temperature());
            }
            return Optional.ofNullable(extreme);
        }
    }

    /** A sensor in excursion, or a silent one. */
    record Trouble(String storeId, WatchedSensor watched) implements Alarm {

        @Override
        public String sensorId() {
            return watched.sensor().id();
        }

        @Override
        public String mark() {
            return sensorId() + " " + watched.state();
        }

        @Override
        public int rank() {
            return watched.state().ordinal();
        }

        @Override
        public String what(ColdChainWords words) {
            return words.state(watched);
        }

        @Override
        public String details(ColdChainWords words, Instant now) {
            String where = words.where(watched);
            if (watched.since() == null) {
                return words.text("cold-chain.alarm.never", where);
            }
            String lasting = words.lasting(Duration.between(watched.since(), now));
            String degrees = words.degrees(watched.last().temperature());
            return watched.state() == SensorState.SILENT
                    ? words.text("cold-chain.alarm.silent", where, degrees, lasting)
                    : words.text("cold-chain.alarm.now", where, degrees, lasting);
        }
    }
}
