package org.relais.sync;

import java.util.Optional;
import org.relais.startup.WrongSetting;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The settings {@code relais.history.*}.
 *
 * @param keepDays how many days runs are kept, as it was given; null where not given
 */
@ConfigurationProperties("relais.history")
record HistoryProperties(String keepDays) {

    static final String KEEP_DAYS = "relais.history.keep-days";

    static final int DEFAULT_KEEP_DAYS = 90;

    private static final int SHORTEST = 1;
    private static final int LONGEST = 3650;
    private static final String ALLOWED = "must be a whole number of days from " + SHORTEST + " to " + LONGEST;

    /**
     * The days, or empty where none are set.
     *
     * @throws WrongSetting when they are not such as are allowed
     */
    Optional<Integer> chosenKeepDays() {
        if (keepDays == null || keepDays.isBlank()) {
            return Optional.empty();
        }
        int days = parsed();
        if (days < SHORTEST || days > LONGEST) {
            throw new WrongSetting(KEEP_DAYS, keepDays, ALLOWED);
        }
        return Optional.of(days);
    }

    private int parsed() {
        try {
            return Integer.parseInt(keepDays.strip());
        } catch (NumberFormatException e) {
            throw new WrongSetting(KEEP_DAYS, keepDays, ALLOWED, e);
        }
    }
}
