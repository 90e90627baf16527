package org.relais.sync.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;
import static org.relais.sync.ui.Statuses.NOW;

import com.vaadin.flow.component.Component;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.relais.catalogue.CentralServer;
import org.relais.central.FailureCode;
import org.relais.record.SetAsideTotal;
import org.relais.run.Outcome;
import org.relais.run.Run;
import org.relais.sync.BadgeSettings;
import org.relais.sync.BadgeThresholds;
import org.relais.sync.Freshness;
import org.relais.testing.TestPhrases;

class SyncBadgeTest {

    private static final BadgeThresholds USUAL = new BadgeThresholds(1, Duration.ofDays(1), Duration.ofDays(3));
    private final BadgeSettings settings = mock(BadgeSettings.class);

    @BeforeEach
    void usualThresholds() {
        when(settings.thresholds()).thenReturn(USUAL);
    }

    @ParameterizedTest
    @CsvSource({"PT23H59M, FRESH", "PT24H, LATE", "PT71H, LATE", "PT72H, OVERDUE"})
    void warnsByTheAgeOfTheLastSuccess(Duration age, Freshness freshness) {
        assertThat(Freshness.of(NOW.minus(age), USUAL, NOW)).isEqualTo(freshness);
    }

    @Test
    void nothingThatCouldBecomeOldIsFresh() {
        assertThat(Freshness.of(null, USUAL, NOW)).isEqualTo(Freshness.FRESH);
    }

    @ParameterizedTest
    @CsvSource({
        "FAILED, CONNECTION, OFFLINE",
        "PARTIAL, CONNECTION, OFFLINE",
        "FAILED, TIMEOUT, OFFLINE",
        "FAILED, WRONG_PASSWORD, FAILED",
        "PARTIAL, SERVER_ERROR, FAILED",
        "CANCELLED, CANCELLED, FINE",
        "INTERRUPTED, INTERRUPTED, FINE"
    })
    void tellsAMissingConnectionFromOtherFailures(Outcome outcome, FailureCode code, Reach reach) {
        Run run = Statuses.ended(2, outcome, Statuses.failure(code, CentralServer.LEGACY));
        assertThat(Reach.of(Statuses.status(0, null, run, null))).isEqualTo(reach);
    }

    @ParameterizedTest
    @CsvSource({"1, 1, true", "99, 99, true", "100, 99+, true", "4, 4, true", "0, 0, false"})
    void countsUpToNinetyNine(long pending, String words, boolean shown) {
        SyncBadge badge = new SyncBadge(settings, Clock.fixed(NOW, ZoneOffset.UTC));
        badge.show(Statuses.status(pending, null, null, null), TestPhrases.in("fr"));

        var count = badge.count().getChildren().findFirst().orElseThrow();
        assertThat(count.getElement().getText()).isEqualTo(words);
        assertThat(count.isVisible()).isEqualTo(shown);
    }

    @Test
    void recordsThatAreToBeReportedMarkItAndThoseThatWaitDoNot() {
        SyncBadge badge = new SyncBadge(settings, Clock.fixed(NOW, ZoneOffset.UTC));
        Component mark = badge.icon().getChildren().toList().getLast();

        badge.show(Statuses.withSetAside(Statuses.calm(), new SetAsideTotal(11, 4)), TestPhrases.in("fr"));
        assertThat(mark.isVisible()).isTrue();
        assertThat(mark.getElement().getAttribute("data-tone")).isEqualTo("warn");
        assertThat(badge.count().getElement().getTextRecursively())
                .contains("11 enregistrements sont à signaler à l’assistance");

        badge.show(Statuses.withSetAside(Statuses.calm(), new SetAsideTotal(0, 4)), TestPhrases.in("fr"));
        assertThat(mark.isVisible()).isFalse();
    }

    @Test
    void staysAwayBelowItsThreshold() {
        when(settings.thresholds()).thenReturn(new BadgeThresholds(10, Duration.ofDays(1), Duration.ofDays(3)));
        SyncBadge badge = new SyncBadge(settings, Clock.fixed(NOW, ZoneOffset.UTC));
        badge.show(Statuses.status(9, null, null, null), TestPhrases.in("fr"));

        assertThat(badge.count().getChildren().findFirst().orElseThrow().isVisible())
                .isFalse();
    }

    @Test
    void saysTheSameToScreenReaders() {
        Run run = Statuses.endedAt(
                2, NOW.minus(Duration.ofDays(4)), Outcome.FAILED, Statuses.failure(FailureCode.TLS, null));
        Run success = Statuses.endedAt(1, NOW.minus(Duration.ofDays(4)), Outcome.SUCCEEDED, null);
        SyncBadge badge = new SyncBadge(settings, Clock.fixed(NOW, ZoneOffset.UTC));
        badge.show(Statuses.status(2, null, run, success), TestPhrases.in("fr"));

        assertThat(badge.count().getElement().getTextRecursively())
                .contains("2 enregistrements en attente d’envoi")
                .contains("aucune synchronisation réussie depuis plus de 3 jours")
                .contains("la dernière synchronisation a échoué");
    }
}
