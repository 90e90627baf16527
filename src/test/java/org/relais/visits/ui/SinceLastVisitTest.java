package org.relais.visits.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinSession;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.relais.people.SignedInUser;
import org.relais.sync.Synchroniser;
import org.relais.testing.SeededSite;
import org.relais.testing.TestClock;
import org.relais.visits.Visits;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The first page tells a person what changed since they were last here. */
class SinceLastVisitTest extends SeededSite {

    private static final Instant MORNING = Instant.parse("2096-03-14T09:00:00Z");

    @Autowired
    private Visits visits;

    @Autowired
    private TestClock clock;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Synchroniser synchroniser;

    @Autowired
    private ApplicationEventPublisher engine;

    private final String account = newId();

    @BeforeEach
    void somebodySignsIn() {
        engine.publishEvent(synchroniser.status());
        noStores();
        signIn(new SignedInUser(account, "awa", true, null, Set.of()));
        VaadinSession.getCurrent().setLocale(Locale.FRENCH);
        UI.getCurrent().setLocale(Locale.FRENCH);
        clock.stopAt(MORNING);
    }

    @AfterEach
    void timeGoesOn() {
        clock.goOn();
        jdbc.sql("delete from sync_run where started_at > '2096-01-01'").update();
    }

    @Test
    void halfAnHourWithoutAPageEndsAVisitAndAFurtherPageDoesNot() {
        visits.seen(account);
        assertThat(visits.endOfLast(account)).isEmpty();

        clock.stopAt(MORNING.plusSeconds(29 * 60));
        visits.seen(account);
        clock.stopAt(MORNING.plusSeconds(58 * 60));
        visits.seen(account);
        assertThat(visits.endOfLast(account)).isEmpty();

        clock.stopAt(MORNING.plusSeconds(88 * 60));
        visits.seen(account);
        assertThat(visits.endOfLast(account)).contains(MORNING.plusSeconds(58 * 60));

        clock.stopAt(MORNING.plusSeconds(90 * 60));
        visits.seen(account);
        assertThat(visits.endOfLast(account)).contains(MORNING.plusSeconds(58 * 60));
        assertThat(visits.endOfLast(newId())).isEmpty();
    }

    @Test
    void aFirstVisitIsToldNothingAndALaterOneThatNothingChanged() {
        navigate("", Component.class);
        assertThat(find(Component.class).withId("home-since").exists()).isFalse();

        clock.stopAt(MORNING.plusSeconds(24 * 3600));
        navigate("help", Component.class);
        navigate("", Component.class);
        assertThat(text("home-since"))
                .startsWith("Depuis votre dernière visite, hier à ")
                .endsWith("Rien n’a changé");
    }

    @Test
    void theRunsOfTheTimeBetweenAreSummedUpAndEarlierOnesAreNot() {
        ran(MORNING.minusSeconds(60), "failed", 100, 7);
        navigate("", Component.class);
        ran(MORNING.plusSeconds(3600), "succeeded", 40, 0);
        ran(MORNING.plusSeconds(7200), "failed", 2, 3);
        clock.stopAt(MORNING.plusSeconds(24 * 3600));
        navigate("help", Component.class);
        navigate("", Component.class);

        assertThat(text("home-since-news"))
                .isEqualTo("2 synchronisations : 1 réussie et 1 en échec"
                        + "42 enregistrements reçus3 enregistrements mis de côté");
        assertThat(find(Component.class).withId("home-since-nothing").exists()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "succeeded | 1 synchronisation, réussie",
                "cancelled | 1 synchronisation, annulée",
                "partial | 1 synchronisation, incomplète",
                "interrupted | 1 synchronisation, interrompue par un redémarrage",
                "succeeded succeeded | 2 synchronisations, toutes réussies",
                "partial partial | 2 synchronisations : 2 incomplètes",
                "succeeded cancelled partial failed | 4 synchronisations : 1 réussie, 1 incomplète, 1 en échec et 1 annulée"
            })
    void onlyARunThatSucceededIsSaidToHaveSucceeded(String outcomes, String told) {
        navigate("", Component.class);
        Stream.of(outcomes.split(" ")).forEach(outcome -> ran(MORNING.plusSeconds(3600), outcome, 0, 0));
        clock.stopAt(MORNING.plusSeconds(24 * 3600));
        navigate("help", Component.class);
        navigate("", Component.class);

        assertThat(text("home-since-news")).isEqualTo(told);
    }

    @Test
    void aPageThatIsShownAnewByItselfIsNoVisit() {
        navigate("", Component.class);
        clock.stopAt(MORNING.plusSeconds(12 * 3600));
        UI.getCurrent().refreshCurrentRoute(true);
        clock.stopAt(MORNING.plusSeconds(24 * 3600));
        navigate("help", Component.class);

        assertThat(visits.endOfLast(account)).contains(MORNING);
    }

    @Test
    void thePageOpensAlsoWhenNobodyCanSayWhenThePersonWasHere() {
        jdbc.sql("rename table visit to visit_away").update();
        try {
            navigate("", Component.class);

            assertThat(find(Component.class).withId("home-up-to-date").exists()).isTrue();
            assertThat(find(Component.class).withId("home-since").exists()).isFalse();
        } finally {
            jdbc.sql("rename table visit_away to visit").update();
        }
    }

    private void ran(Instant at, String outcome, int received, int setAside) {
        LocalDateTime moment = LocalDateTime.ofInstant(at, ZoneOffset.UTC);
        jdbc.sql("insert into sync_run (trigger_key, started_at, finished_at, outcome, updated_at, received)"
                        + " values ('schedule', :at, :at, :outcome, :at, :received)")
                .param("at", moment)
                .param("outcome", outcome)
                .param("received", received)
                .update();
        jdbc.sql("insert into sync_step (run_id, position, step, state, set_aside)"
                        + " select max(id), 1, 'integrate', 'done', :aside from sync_run")
                .param("aside", setAside)
                .update();
    }

    private String text(String id) {
        return find(Component.class)
                .withId(id)
                .single()
                .getElement()
                .getTextRecursively()
                .replaceAll("[\\u00a0\\u202f]", " ");
    }
}
