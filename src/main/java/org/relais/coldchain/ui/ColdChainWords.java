package org.relais.coldchain.ui;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.relais.coldchain.Place;
import org.relais.coldchain.SensorState;
import org.relais.coldchain.StoreWatch;
import org.relais.coldchain.WatchedSensor;
import org.relais.language.Phrases;

/** What is said about sensors and temperatures in one language. */
record ColdChainWords(Phrases phrases) {

    private static final Duration SHORTEST = Duration.ofMinutes(1);

    String text(String key, Object... parameters) {
        return phrases.text(key, parameters);
    }

    /** A temperature with its unit: "5.3 °C". */
    String degrees(BigDecimal temperature) {
        return temperatures().withUnit(figure(temperature));
    }

    String degrees(double temperature) {
        return degrees(BigDecimal.valueOf(temperature));
    }

    /** A temperature without its unit, with one decimal always, so that the figures stand below each other. */
    String figure(BigDecimal temperature) {
        return temperatures().aligned(temperature);
    }

    private Temperatures temperatures() {
        return new Temperatures(phrases);
    }

    /** For how long something has been so, in whole minutes: "1 h 5 min". */
    String lasting(Duration duration) {
        Duration whole = Duration.ofMinutes(duration.toMinutes());
        return phrases.duration(whole.compareTo(SHORTEST) < 0 ? SHORTEST : whole);
    }

    /** The temperatures that a place is for; empty where its type has no limits, or nobody said where the sensor stands. */
    String range(Place place) {
        if (place == null || place.minimum() == null && place.maximum() == null) {
            return "";
        }
        if (place.minimum() == null) {
            return text("cold-chain.range.to", limit(place.maximum()));
        }
        return place.maximum() == null
                ? text("cold-chain.range.from", limit(place.minimum()))
                : text("cold-chain.range", limit(place.minimum()), limit(place.maximum()));
    }

    private String limit(BigDecimal limit) {
        return temperatures().exact(limit);
    }

    /** How a sensor is, in a word or two: "Breach: too warm". */
    String state(WatchedSensor watched) {
        return switch (watched.state()) {
            case BREACH -> text(breach(watched.breach().type().hot()));
            case EXCURSION ->
                text(isWarm(watched) ? "cold-chain.state.excursion.warm" : "cold-chain.state.excursion.cold");
            case IN_RANGE ->
                text(range(watched.place()).isEmpty() ? "cold-chain.state.measures" : "cold-chain.state.in-range");
            case SILENT, INACTIVE -> text("cold-chain.state." + watched.state().key());
        };
    }

    static String breach(boolean warm) {
        return warm ? "cold-chain.state.breach.warm" : "cold-chain.state.breach.cold";
    }

    private static boolean isWarm(WatchedSensor watched) {
        BigDecimal maximum = watched.place().maximum();
        return maximum != null && watched.last().temperature().compareTo(maximum) > 0;
    }

    /** Since when it is like that: "for 42 min"; empty where there is nothing to say. */
    String since(WatchedSensor watched, Instant now) {
        if (watched.state() == SensorState.SILENT && watched.since() == null) {
            return text("cold-chain.never");
        }
        return watched.since() == null ? "" : text("cold-chain.since", lasting(Duration.between(watched.since(), now)));
    }

    /** Where it stands: the location's code with what it is, or the sensor's name. */
    String where(WatchedSensor watched) {
        Place place = watched.place();
        return place == null || place.description().isBlank()
                ? watched.where()
                : text("cold-chain.where", place.code(), place.description());
    }

    /** How many sensors of a store have to be looked after. */
    String summary(StoreWatch watch) {
        long trouble = watch.sensors().stream()
                .filter(watched -> watched.state().inTrouble())
                .count();
        return text("cold-chain.summary", trouble);
    }
}
