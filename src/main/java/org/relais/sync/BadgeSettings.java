package org.relais.sync;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.relais.settings.SettingChanged;
import org.relais.settings.Settings;
import org.relais.startup.WrongSetting;
import org.relais.vocabulary.Invalid;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The badge's thresholds: what a person chose, or else the usual ones. What the configuration names explicitly is chosen anew
 * at every start. They are asked for at every move of a run by every open page, so they are read once and again when they change.
 */
@Component
public class BadgeSettings implements InitializingBean {

    /** The name of the threshold from which on the badge is shown. */
    public static final String SHOWN_FROM = "relais.badge.shown-from";

    /** The name of the time after which the badge turns amber. */
    public static final String LATE_AFTER = "relais.badge.late-after";

    /** The name of the time after which the badge turns red. */
    public static final String OVERDUE_AFTER = "relais.badge.overdue-after";

    private static final Set<String> NAMES = Set.of(SHOWN_FROM, LATE_AFTER, OVERDUE_AFTER);

    private final BadgeProperties properties;
    private final Settings settings;
    private final TransactionOperations transaction;
    private volatile BadgeThresholds current;

    BadgeSettings(BadgeProperties properties, Settings settings, TransactionOperations transaction) {
        this.properties = properties;
        this.settings = settings;
        this.transaction = transaction;
    }

    /**
     * Before anything asks.
     *
     * @throws WrongSetting when the configuration names what cannot be
     */
    @Override
    public void afterPropertiesSet() {
        BadgeThresholds configured = properties.over(kept());
        if (!configured.equals(kept())) {
            keep(configured);
        }
    }

    /** The thresholds that hold now; never null. Cheap. */
    public BadgeThresholds thresholds() {
        BadgeThresholds known = current;
        return known == null ? readAgain() : known;
    }

    /** A change that is committed while this reads is forgotten only afterwards, so that what was read before it does not stay. */
    private synchronized BadgeThresholds readAgain() {
        current = kept();
        return current;
    }

    private synchronized void forget() {
        current = null;
    }

    /**
     * Chooses other thresholds; open pages show the effect at once.
     *
     * @throws Invalid when they cannot be; nothing is changed then
     */
    public void choose(BadgeThresholds thresholds) {
        Set<BadgeProblem> problems = thresholds.problems();
        if (!problems.isEmpty()) {
            throw new Invalid(problems);
        }
        keep(thresholds);
    }

    /** Before all others that listen: whoever is told of the change asks for what holds now. */
    @TransactionalEventListener(fallbackExecution = true)
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void changed(SettingChanged event) {
        if (NAMES.contains(event.name())) {
            forget();
        }
    }

    private void keep(BadgeThresholds thresholds) {
        transaction.executeWithoutResult(status -> {
            settings.choose(SHOWN_FROM, Integer.toString(thresholds.shownFrom()));
            settings.choose(LATE_AFTER, thresholds.lateAfter().toSeconds() + "s");
            settings.choose(OVERDUE_AFTER, thresholds.overdueAfter().toSeconds() + "s");
        });
        forget();
    }

    private BadgeThresholds kept() {
        Map<String, String> chosen = settings.all();
        BadgeThresholds usual = BadgeThresholds.USUAL;
        return new BadgeThresholds(
                chosen.containsKey(SHOWN_FROM) ? Integer.parseInt(chosen.get(SHOWN_FROM)) : usual.shownFrom(),
                time(chosen.get(LATE_AFTER), usual.lateAfter()),
                time(chosen.get(OVERDUE_AFTER), usual.overdueAfter()));
    }

    private static Duration time(String chosen, Duration usual) {
        return chosen == null ? usual : DurationStyle.detectAndParse(chosen);
    }
}
