package org.relais.coldchain.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.relais.coldchain.BreachType;
import org.relais.coldchain.Sent;
import org.relais.sync.SyncStatus;

/** What stands above every page, at the entry in the drawer and on the first page while something is wrong. */
class AlarmBarTest extends ColdChainPages {

    @Test
    void whileAllIsWellThereIsNoBar() {
        phoneSends(reading(sensor("Frigo 1"), 5, 4));

        navigate("", Component.class);

        assertThat(find(AlarmBar.class).exists()).isFalse();
        assertThat(textOf(byId("home-cold-chain"))).contains("Aucun capteur à vérifier", "F1 (Vaccins)", "5,0 °C");
        assertThat(find(ColdChainMark.class).exists()).isFalse();
        assertThat(find(Anchor.class).all())
                .anyMatch(link -> link.getHref().equals("cold-chain") && link.hasClassName("nav-link"));
    }

    @Test
    void theWorstThingIsSaidOnEveryPageWithTheWayToIt() {
        String hot = sensor("Frigo 1");
        String silent = sensor("Frigo 2");
        phoneSends(reading(silent, 5, 120));
        phoneSends(reading(hot, 11.4, 4));
        phoneSends(breach(hot, BreachType.HOT_CONSECUTIVE, ago(42), null));

        navigate("help", Component.class);

        assertThat(bar()).contains("Rupture : trop chaud", "F1 (Vaccins), 11,4 °C, depuis 42 min", "et 1 autre");
        assertThat(find(Anchor.class).withId("alarm-open").single().getHref()).isEqualTo("cold-chain?sensor=" + hot);
        assertThat(entry()).contains("2 alertes");
        navigate("", Component.class);
        assertThat(textOf(byId("home-cold-chain-state")))
                .isEqualTo("Rupture : trop chaud. F1 (Vaccins), 11,4 °C, depuis 42 min, et 1 autre");
    }

    @Test
    void aBreachThatIsOverWaitsForAnAnswer() {
        String sensor = sensor("Frigo 1");
        Sent.Breach over = breach(sensor, BreachType.HOT_CONSECUTIVE, ago(90), ago(30));
        phoneSends(over);
        phoneSends(
                new Sent.Reading(newId(), sensor, new BigDecimal("9.6"), ago(60), over.id(), "{}"),
                reading(sensor, 5, 4));

        navigate("help", Component.class);

        assertThat(bar()).contains("Rupture à acquitter : trop chaud", "jusqu’à 9,6 °C", "pendant 1 h");
        assertThat(byId("alarm-bar").getElement().getAttribute("data-tone")).isEqualTo("warn");
    }

    @Test
    void itIsReadOutWhenSomethingNewComesAndNotWhenTheMinutesGoOn() {
        String sensor = sensor("Frigo 1");
        phoneSends(reading(sensor, 5, 14));
        navigate("help", Component.class);
        assertThat(find(AlarmBar.class).exists()).isFalse();

        phoneSends(reading(sensor, 9, 4));
        pagesAreTold();
        String first = announced();
        assertThat(first).contains("Excursion : trop chaud", "depuis 4 min");
        clock.stopAt(ago(-10));
        feed.age();
        pagesAreTold();

        assertThat(bar()).contains("depuis 14 min");
        assertThat(announced()).isEqualTo(first);
    }

    @Test
    void onlyStoresWhoseSensorsThePersonMaySeeAreWatched() {
        String sensor = sensor("Frigo 1");
        phoneSends(reading(sensor, 9, 4));
        String other = newStore("Autre dépôt");

        signInWhoSees(List.of(other), List.of(store));
        navigate("help", Component.class);

        assertThat(find(AlarmBar.class).exists()).isFalse();
        assertThat(find(ColdChainMark.class).exists()).isFalse();
    }

    @Test
    void anAlarmOfAnotherStoreSaysWhere() {
        String sensor = sensor("Frigo 1");
        phoneSends(reading(sensor, 9, 4));
        String other = newStore("Autre dépôt");

        signInWhoSees(List.of(other, store), List.of());
        navigate("help", Component.class);

        assertThat(bar()).contains("Excursion : trop chaud", "· Centre de santé");
        assertThat(find(ColdChainMark.class).exists()).isFalse();
    }

    @Test
    void beforeTheSiteIsSetUpThereIsNoBar() {
        phoneSends(reading(sensor("Frigo 1"), 9, 4));
        SyncStatus now = synchroniser.status();
        engine.publishEvent(new SyncStatus(
                now.configured(), null, false, 0, null, null, now.last(), now.lastSuccess(), null, now.setAside()));

        navigate("help", Component.class);

        assertThat(find(AlarmBar.class).exists()).isFalse();
    }

    private String bar() {
        return textOf(byId("alarm-bar"));
    }

    private String announced() {
        return textOf(byId("alarm-announcer"));
    }

    private String entry() {
        return textOf(find(ColdChainMark.class).single().getParent().orElseThrow());
    }
}
