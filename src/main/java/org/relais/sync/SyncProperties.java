package org.relais.sync;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.relais.startup.WrongSetting;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.convert.DurationStyle;

/**
 * The settings {@code relais.sync.*}. Texts as they were given; the methods check them.
 *
 * @param interval between scheduled runs, as {@code 5m} or {@code PT5M}; null where not given
 * @param enabled {@code true} or {@code false}: whether the schedule is on; null where not given
 */
@ConfigurationProperties("relais.sync")
record SyncProperties(String interval, String enabled) {

    static final Duration DEFAULT_INTERVAL = Duration.ofMinutes(5);

    private static final String ALLOWED_INTERVAL = "must be a duration from 1m to 7d, such as 90s, 5m or 12h";

    /**
     * Looks at all of them, so that a wrong one ends the start before anything else is done.
     *
     * @throws WrongSetting when one of them is wrong
     */
    void check() {
        chosenInterval();
        scheduled();
    }

    /**
     * The interval, or empty where none is set.
     *
     * @throws WrongSetting when it is not one that is allowed
     */
    Optional<Duration> chosenInterval() {
        if (interval == null || interval.isBlank()) {
            return Optional.empty();
        }
        Duration duration = parsed();
        if (!allowed(duration)) {
            throw new WrongSetting(Synchroniser.INTERVAL, interval, ALLOWED_INTERVAL);
        }
        return Optional.of(duration);
    }

    /**
     * Whether the schedule is on, or empty where nothing is set.
     *
     * @throws WrongSetting when the value is neither true nor false
     */
    Optional<Boolean> scheduled() {
        if (enabled == null || enabled.isBlank()) {
            return Optional.empty();
        }
        return switch (enabled.strip().toLowerCase(Locale.ROOT)) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> throw new WrongSetting(Synchroniser.ENABLED, enabled, "must be true or false");
        };
    }

    /** Whether runs may be that far apart. */
    static boolean allowed(Duration interval) {
        return interval.compareTo(Synchroniser.SHORTEST_INTERVAL) >= 0
                && interval.compareTo(Synchroniser.LONGEST_INTERVAL) <= 0;
    }

    private Duration parsed() {
        try {
            return DurationStyle.detectAndParse(interval.strip());
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new WrongSetting(Synchroniser.INTERVAL, interval, ALLOWED_INTERVAL, e);
        }
    }
}
