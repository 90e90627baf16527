package org.relais.sync.ui;

import java.time.Duration;
import org.relais.startup.WrongSetting;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings {@code relais.badge.*}: when the badge beside Synchronisation is shown and how it warns.
 *
 * @param shownFrom from how many waiting records on it is shown, at least 1
 * @param lateAfter after how long without a success it turns amber
 * @param overdueAfter after how long without a success it turns red
 */
@ConfigurationProperties("relais.badge")
record BadgeSettings(
        @DefaultValue("1") int shownFrom,
        @DefaultValue("1d") Duration lateAfter,
        @DefaultValue("3d") Duration overdueAfter) {

    BadgeSettings {
        if (shownFrom < 1) {
            throw new WrongSetting("relais.badge.shown-from", shownFrom, "must be 1 or more");
        }
        if (lateAfter.isNegative() || lateAfter.isZero()) {
            throw new WrongSetting("relais.badge.late-after", lateAfter, "must be longer than zero");
        }
        if (overdueAfter.compareTo(lateAfter) <= 0) {
            throw new WrongSetting(
                    "relais.badge.overdue-after",
                    overdueAfter,
                    "must be longer than relais.badge.late-after, which is " + lateAfter);
        }
    }
}
