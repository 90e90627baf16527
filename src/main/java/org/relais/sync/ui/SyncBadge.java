package org.relais.sync.ui;

import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.time.Clock;
import java.time.Instant;
import org.relais.components.Glyph;
import org.relais.language.Phrases;
import org.relais.sync.BadgeSettings;
import org.relais.sync.BadgeThresholds;
import org.relais.sync.Freshness;
import org.relais.sync.SyncStatus;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/**
 * The icon beside the word Synchronisation in the drawer, with the number of waiting records on it: grey when the central
 * server could not be reached, with an alert mark when the last run failed otherwise, or when records are to be reported. One for each page that shows it.
 */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
public class SyncBadge {

    private static final int MOST = 99;

    private final BadgeSettings settings;
    private final Clock clock;
    private final Span icon = Glyph.SYNC.create();
    private final Span alert = Glyph.ALERT.create();
    private final Span count = new Span();
    private final Span words = new Span();

    SyncBadge(BadgeSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        icon.setId("sync-nav-icon");
        alert.addClassName("nav-alert");
        alert.setId("sync-nav-alert");
        count.addClassName("badge");
        count.setId("sync-badge");
        count.getElement().setAttribute("data-live", true);
        count.getElement().setAttribute("aria-hidden", "true");
        words.addClassName("sr-only");
    }

    /** The icon, to stand before the entry's word. */
    public Span icon() {
        Span both = new Span(icon, alert);
        both.addClassName("nav-icon");
        return both;
    }

    /** The count, to stand after the entry's word, with its meaning for screen readers. */
    public Span count() {
        return new Span(count, words);
    }

    /** Shows a status in a language. */
    public void show(SyncStatus status, Phrases phrases) {
        Instant now = clock.instant();
        BadgeThresholds thresholds = settings.thresholds();
        Freshness freshness = Freshness.of(status.freshSince(), thresholds, now);
        Reach reach = Reach.of(status);
        boolean waiting = status.pending() >= thresholds.shownFrom();
        icon.getElement().setAttribute("data-reach", reach.key());
        long toReport = status.setAside().toReport();
        alert.setVisible(reach == Reach.FAILED || toReport > 0);
        alert.getElement().setAttribute("data-tone", reach == Reach.FAILED ? "bad" : "warn");
        count.setVisible(waiting);
        count.setText(status.pending() > MOST ? phrases.number(MOST) + "+" : phrases.number(status.pending()));
        count.getElement().setAttribute("data-freshness", freshness.key());
        words.setText(words(status.pending(), waiting, late(freshness, thresholds, phrases), reach, phrases)
                + (toReport > 0 ? ", " + phrases.text("badge.set-aside", toReport) : ""));
    }

    /** For how long at least nothing succeeded, or null. */
    private static String late(Freshness freshness, BadgeThresholds thresholds, Phrases phrases) {
        return switch (freshness) {
            case FRESH -> null;
            case LATE -> phrases.text("badge.late", phrases.wholeDuration(thresholds.lateAfter()));
            case OVERDUE -> phrases.text("badge.late", phrases.wholeDuration(thresholds.overdueAfter()));
        };
    }

    private static String words(long pending, boolean waiting, String late, Reach reach, Phrases phrases) {
        StringBuilder text = new StringBuilder();
        if (waiting) {
            text.append(", ").append(phrases.text("badge.waiting", pending));
        }
        if (late != null) {
            text.append(", ").append(late);
        }
        if (reach != Reach.FINE) {
            text.append(", ").append(phrases.text(reach == Reach.OFFLINE ? "badge.offline" : "badge.alert"));
        }
        return text.toString();
    }
}
