package org.relais.sync;

import java.time.Duration;
import org.relais.startup.WrongSetting;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The settings {@code relais.badge.*}; null where one is not given.
 *
 * @param shownFrom from how many waiting records on the badge is shown
 * @param lateAfter after how long without a success it turns amber
 * @param overdueAfter after how long without a success it turns red
 */
@ConfigurationProperties("relais.badge")
record BadgeProperties(Integer shownFrom, Duration lateAfter, Duration overdueAfter) {

    /**
     * What is given here, and for the rest what holds already.
     *
     * @throws WrongSetting when the two together cannot be
     */
    BadgeThresholds over(BadgeThresholds kept) {
        BadgeThresholds thresholds = new BadgeThresholds(
                shownFrom == null ? kept.shownFrom() : shownFrom,
                lateAfter == null ? kept.lateAfter() : lateAfter,
                overdueAfter == null ? kept.overdueAfter() : overdueAfter);
        thresholds.problems().stream().findFirst().ifPresent(problem -> {
            throw wrong(problem, thresholds);
        });
        return thresholds;
    }

    private static WrongSetting wrong(BadgeProblem problem, BadgeThresholds thresholds) {
        String range = "must be from 1m to " + BadgeThresholds.LONGEST.toDays() + "d";
        return switch (problem) {
            case SHOWN_FROM_OUT_OF_RANGE ->
                new WrongSetting(BadgeSettings.SHOWN_FROM, thresholds.shownFrom(), "must be 1 or more");
            case LATE_OUT_OF_RANGE -> new WrongSetting(BadgeSettings.LATE_AFTER, thresholds.lateAfter(), range);
            case OVERDUE_OUT_OF_RANGE ->
                new WrongSetting(BadgeSettings.OVERDUE_AFTER, thresholds.overdueAfter(), range);
            case OVERDUE_NOT_AFTER_LATE ->
                new WrongSetting(
                        BadgeSettings.OVERDUE_AFTER,
                        thresholds.overdueAfter(),
                        "must be longer than " + BadgeSettings.LATE_AFTER + ", which is " + thresholds.lateAfter());
        };
    }
}
