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
 * @param waitForLine how long a run waits for a line that dropped, as {@code 2m}; {@code 0s} for not at all; null where not given
 */
@ConfigurationProperties("relais.sync")
record SyncProperties(String interval, String enabled, String waitForLine) {

    /** The setting that holds how long a run waits for a line that dropped. */
    static final String WAIT_FOR_LINE = "relais.sync.wait-for-line";

    static final Duration DEFAULT_INTERVAL = Duration.ofMinutes(5);

    private static final Duration USUAL_WAIT = Duration.ofMinutes(2);
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);
    private static final String ALLOWED_WAIT = "must be a duration from 0s to 1h, such as 30s or 2m";
    private static final String ALLOWED_INTERVAL = "must be a duration from 1m to 7d, such as 90s, 5m or 12h";

    /**
     * Looks at all of them, so that a wrong one ends the start before anything else is done.
     *
     * @throws WrongSetting when one of them is wrong
     */
    void check() {
        chosenInterval();
        scheduled();
        lineWait();
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
        Duration duration = parsed(Synchroniser.INTERVAL, interval, ALLOWED_INTERVAL);
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

    /**
     * How long a step waits for a line that dropped in the middle of a run; zero for not at all.
     *
     * @throws WrongSetting when it is not one that is allowed
     */
    Duration lineWait() {
        if (waitForLine == null || waitForLine.isBlank()) {
            return USUAL_WAIT;
        }
        Duration wait = parsed(WAIT_FOR_LINE, waitForLine, ALLOWED_WAIT);
        if (wait.isNegative() || wait.compareTo(LONGEST_WAIT) > 0) {
            throw new WrongSetting(WAIT_FOR_LINE, waitForLine, ALLOWED_WAIT);
        }
        return wait;
    }

    /** Whether runs may be that far apart. */
    static boolean allowed(Duration interval) {
        return interval.compareTo(Synchroniser.SHORTEST_INTERVAL) >= 0
                && interval.compareTo(Synchroniser.LONGEST_INTERVAL) <= 0;
    }

    private static Duration parsed(String name, String value, String allowed) {
        try {
            return DurationStyle.detectAndParse(value.strip());
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new WrongSetting(name, value, allowed, e);
        }
    }
}
