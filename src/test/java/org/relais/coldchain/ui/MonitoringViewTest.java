package org.relais.coldchain.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.server.VaadinSession;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.relais.coldchain.Breach;
import org.relais.coldchain.Breaches;
import org.relais.coldchain.LoggedReading;
import org.relais.coldchain.SensorSite;
import org.relais.people.Permission;
import org.relais.testing.PageTurn;
import org.springframework.beans.factory.annotation.Autowired;

class MonitoringViewTest extends SensorSite {

    @Autowired
    private ColdChainFeed feed;

    /** Pages are told when a test says so, and not in the middle of what it does. */
    @BeforeEach
    void nobodyElseLooks() {
        feed.stop();
    }

    @AfterEach
    void othersLookAgain() {
        feed.start();
    }

    private static final Instant START = NOW.minus(Duration.ofHours(5));
    private static final Instant END = NOW.minus(Duration.ofHours(3));

    @Autowired
    private Breaches breaches;

    @BeforeEach
    void french() {
        VaadinSession.getCurrent().setLocale(Locale.FRENCH);
        UI.getCurrent().setLocale(Locale.FRENCH);
    }

    @Test
    void aBreachIsToldWithoutTheSentinelAndAcknowledgedWithAComment() {
        String id = breach(START, END);
        reading(9.4, START.plusSeconds(600));
        signIn(person(Permission.VIEW_SENSORS));
        open("");

        assertThat(find(H2.class).all().stream().map(H2::getText)).contains("Trop chaud\u00a0: Frigo 1");
        assertThat(text("breach"))
                .contains("au-dessus de 8\u00a0°C", "9,4\u00a0°C", "À acquitter")
                .doesNotContain("999");

        test(button("breach-acknowledge")).click();
        assertThat(comment().getErrorMessage()).startsWith("Saisissez ce qui s’est passé");
        comment().setValue("Porte mal fermée, vaccins déplacés");
        test(button("breach-acknowledge")).click();

        Breach answered = breaches.find(id).orElseThrow();
        assertThat(answered.acknowledged()).isTrue();
        assertThat(answered.comment()).isEqualTo("Porte mal fermée, vaccins déplacés");
        assertThat(find(Button.class).withId("breach-acknowledge").exists()).isFalse();
    }

    @Test
    void aBreachThatGoesOnIsClosedOnlyForALostSensor() {
        String id = breach(START, null);
        reading(9.4, END);
        open("");

        assertThat(find(Button.class).withId("breach-acknowledge").exists()).isFalse();
        find(TextArea.class).withId("breach-reason").single().setValue("Capteur tombé");
        test(button("breach-close")).click();

        assertThat(breaches.find(id).orElseThrow().end()).isEqualTo(END);
    }

    @Test
    void aBreachThatChangedMeanwhileIsToldAndShownAnew() {
        String id = breach(START, END);
        open("");
        breaches.acknowledge(breaches.find(id).orElseThrow(), "Déjà fait");

        comment().setValue("Trop tard");
        test(button("breach-acknowledge")).click();

        assertThat(text("breach-changed")).startsWith("Cette rupture a changé entre-temps");
        assertThat(text("breach")).contains("Déjà fait");
        assertThat(breaches.find(id).orElseThrow().comment()).isEqualTo("Déjà fait");
    }

    @Test
    void aBreachThatSomebodyElseAnswersStaysAndIsToldToHaveChanged() {
        String id = breach(START, END);
        open("");
        comment().setValue("Je suis en train d’écrire");

        breaches.acknowledge(breaches.find(id).orElseThrow(), "Déjà fait");
        feed.look();
        PageTurn.take();

        assertThat(text("breach-changed")).startsWith("Cette rupture a changé entre-temps");
        assertThat(text("breach")).contains("Déjà fait");
    }

    @Test
    void theAddressSaysWhatIsShown() {
        breach(START, END);
        String old = breach(START.minus(Duration.ofDays(20)), END.minus(Duration.ofDays(20)));
        breaches.acknowledge(breaches.find(old).orElseThrow(), "Vu");

        open("");
        assertThat(count()).isEqualTo("2 ruptures");
        open("?unacknowledged=yes");
        assertThat(count()).isEqualTo("1 rupture");
        open("?to=2026-07-01");
        assertThat(count()).isEqualTo("1 rupture");
        open("?type=COLD_CONSECUTIVE");
        assertThat(count()).isEqualTo("0 rupture");
        open("?sensor=" + sensor + "&from=nonsense&tab=nonsense");
        assertThat(count()).isEqualTo("2 ruptures");
        open("?breach=" + old);
        assertThat(text("breach")).contains("Vu");
    }

    @Test
    void whoMayNotSeeSensorsIsToldWhatIsNeeded() {
        breach(START, END);
        signIn(person());
        open("");

        assertThat(text("monitoring-closed")).contains("175");
        assertThat(find(Grid.class).withId("breaches").exists()).isFalse();
    }

    @Test
    @SuppressWarnings("unchecked")
    void theLogGoesOnWithOlderReadings() {
        reading(
                4.5,
                IntStream.range(0, 70).mapToObj(n -> NOW.minusSeconds(300L * n)).toArray(Instant[]::new));
        open("?tab=log");

        Grid<LoggedReading> grid = find(Grid.class).withId("readings").single();
        assertThat(test(grid).size()).isEqualTo(50);
        String older = find(Anchor.class).withId("log-older").single().getHref();
        open(older.substring(MonitoringFilter.PATH.length()));
        assertThat(test(grid).size()).isEqualTo(20);
        assertThat(find(Anchor.class).withId("log-older").exists()).isFalse();
    }

    @Test
    void theChartShowsTheSameAsATable() {
        reading(4.5, NOW.minus(Duration.ofHours(2)).plusSeconds(10), NOW.minus(Duration.ofHours(20)));
        reading(6.0, NOW.minus(Duration.ofHours(2)).plusSeconds(600));
        breach(START, END);
        open("?tab=chart");

        NativeTable table = find(NativeTable.class).withId("chart-data").single();
        assertThat(table.getBody().getRows()).hasSize(24);
        assertThat(table.getElement().getTextRecursively()).contains("Frigo 1", "de 4,5 à 6,0\u00a0°C", "aucun relevé");
        TemperatureChart chart = find(TemperatureChart.class).single();
        assertThat(chart.getElement().getProperty("picture"))
                .contains("\"lowest\":[4.5,null,4.5,6.0]", "\"minimum\":2,\"maximum\":8", "\"hot\":true");
        assertThat(getClass().getResource("/META-INF/resources/" + TemperatureChart.LIBRARY + "uPlot.iife.min.js"))
                .isNotNull();
    }

    @Test
    void anEmptyStoreSaysSo() {
        open("");
        assertThat(find(H1.class).single().getText()).isEqualTo("Surveillance des températures");
        assertThat(find(Paragraph.class).withId("breaches-empty").single().getText())
                .startsWith("Aucune rupture de la chaîne du froid");
    }

    private static void open(String query) {
        UI.getCurrent()
                .navigate(MonitoringFilter.PATH, QueryParameters.fromString(query.isEmpty() ? "" : query.substring(1)));
    }

    private String count() {
        return find(Paragraph.class).withId("breach-count").single().getText();
    }

    private Button button(String id) {
        return find(Button.class).withId(id).single();
    }

    private TextArea comment() {
        return find(TextArea.class).withId("breach-comment").single();
    }

    private String text(String id) {
        return find(Component.class).withId(id).single().getElement().getTextRecursively();
    }
}
