package org.relais.history;

import java.util.Optional;
import org.relais.settings.Settings;
import org.relais.startup.WrongSetting;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;

/** For how many days runs are kept: what a person chose, or else the usual. What the configuration names is chosen at every start. */
@Component
public class HistoryLength implements InitializingBean {

    /** The setting's name. */
    public static final String NAME = "relais.history.keep-days";

    /** The fewest days. */
    public static final int SHORTEST = 1;

    /** The most days. */
    public static final int LONGEST = 3_650;

    private static final int USUAL = 90;

    private final Settings settings;

    HistoryLength(Settings settings) {
        this.settings = settings;
    }

    /**
     * Before anything asks.
     *
     * @throws WrongSetting when the configuration names what cannot be
     */
    @Override
    public void afterPropertiesSet() {
        settings.configured(NAME).map(HistoryLength::read).ifPresent(this::choose);
    }

    /** For how many days runs are kept. */
    public int days() {
        return settings.find(NAME).map(Integer::valueOf).orElse(USUAL);
    }

    /**
     * Chooses another length.
     *
     * @param days from {@link #SHORTEST} to {@link #LONGEST}
     * @throws IllegalArgumentException when it is outside of that; nothing is changed then
     */
    public void choose(int days) {
        if (!allowed(days)) {
            throw new IllegalArgumentException(days + " days are not between " + SHORTEST + " and " + LONGEST);
        }
        settings.choose(NAME, Integer.toString(days));
    }

    private static int read(String value) {
        return Optional.of(value.strip())
                .filter(text -> text.matches("\\d{1,4}"))
                .map(Integer::valueOf)
                .filter(HistoryLength::allowed)
                .orElseThrow(() ->
                        new WrongSetting(NAME, value, "must be a number of days from " + SHORTEST + " to " + LONGEST));
    }

    private static boolean allowed(int days) {
        return days >= SHORTEST && days <= LONGEST;
    }
}
