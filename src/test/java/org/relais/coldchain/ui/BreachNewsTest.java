package org.relais.coldchain.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.relais.coldchain.SensorSite;
import org.relais.people.Permission;
import org.springframework.beans.factory.annotation.Autowired;

class BreachNewsTest extends SensorSite {

    private static final Instant LEFT = NOW.minus(Duration.ofHours(10));

    @Autowired
    private BreachNews news;

    @Test
    void whatBeganAndWhatEndedSinceAPersonLeftIsTold() {
        breach(LEFT.minusSeconds(7200), LEFT.minusSeconds(3600));
        breach(LEFT.minusSeconds(7200), LEFT.plusSeconds(60));
        breach(LEFT.plusSeconds(600), LEFT.plusSeconds(9000));
        breach(NOW.minusSeconds(3600), null);

        assertThat(told(Permission.VIEW_SENSORS))
                .containsExactly(
                        "2 nouvelles ruptures de la chaîne du froid", "2 ruptures de la chaîne du froid terminées");
    }

    @Test
    void aBreachThatNobodyCouldKnowOfYetWhenThePersonLeftIsNew() {
        breach(LEFT.minusSeconds(600), null);

        assertThat(told(Permission.VIEW_SENSORS)).containsExactly("1 nouvelle rupture de la chaîne du froid");
    }

    @Test
    void aPhoneWhoseClockIsAYearAheadMakesNoNewsForAYear() {
        breach(NOW.plus(Duration.ofDays(365)), NOW.plus(Duration.ofDays(366)));

        assertThat(told(Permission.VIEW_SENSORS)).isEmpty();
    }

    @Test
    void nothingIsToldToWhoMayNotSeeTheSensorsOrOfAnotherStore() {
        breach(NOW.minusSeconds(3600), null);

        assertThat(told(Permission.EDIT_SENSOR_LOCATION)).isEmpty();
        signIn(person(Permission.VIEW_SENSORS));
        assertThat(news.tell(LEFT, Optional.of(newStore("Ailleurs")), Locale.FRENCH))
                .isEmpty();
        assertThat(news.tell(LEFT, Optional.empty(), Locale.FRENCH)).isEmpty();
    }

    private List<String> told(Permission permission) {
        signIn(person(permission));
        return news.tell(LEFT, Optional.of(store), Locale.FRENCH).stream()
                .map(sentence -> sentence.replaceAll("[\\u00a0\\u202f]", " "))
                .toList();
    }
}
