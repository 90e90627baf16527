package org.relais.coldchain.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.server.VaadinSession;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.relais.coldchain.BreachType;
import org.relais.coldchain.Sent;

/** The page of a store's sensors. */
class ColdChainViewTest extends ColdChainPages {

    @ParameterizedTest
    @ValueSource(strings = {"cold-chain", "chaine-du-froid", "cadena-de-frio"})
    void aSensorIsACardWithItsPlaceItsTemperatureAndItsState(String address) {
        String sensor = sensor("Frigo 1");
        aDayOf(sensor, 5.25, 4);

        navigate(address, ColdChainView.class);

        assertThat(marks()).containsExactly(sensor + " in-range");
        assertThat(card(0))
                .contains(
                        "F1",
                        "Vaccins · Frigo 1",
                        "Dans la plage",
                        "5,2 °C",
                        "il y a 4 minutes",
                        "Dernières 24 heures : 5,2 °C à 5,2 °C · plage autorisée : 2 à 8 °C",
                        "Pile 87 %");
        assertThat(UI.getCurrent().getInternals().getTitle()).isEqualTo("Chaîne du froid · Relais");
    }

    @Test
    void theWorstComesFirstAndEachSaysWhatIsTheMatter() {
        String good = sensor("A");
        String silent = sensor("B");
        String cold = sensor("C");
        String hot = sensor("D");
        String gone = sensor("E");
        phoneSends(reading(good, 5, 4));
        phoneSends(reading(silent, 5, 120));
        phoneSends(reading(cold, 5, 44), reading(cold, 1.5, 24), reading(cold, 1, 4));
        phoneSends(reading(hot, 11.4, 4));
        phoneSends(breach(hot, BreachType.HOT_CONSECUTIVE, ago(65), null));
        phoneSends(new Sent.Sensor(gone, null, null, -3, null, false, "{}"));

        navigate(ColdChainView.class);

        assertThat(marks())
                .containsExactly(
                        hot + " breach",
                        cold + " excursion",
                        silent + " silent",
                        good + " in-range",
                        gone + " inactive");
        assertThat(card(0)).contains("Rupture : trop chaud", "depuis 1 h 5 min", "11,4 °C", "Vérifiez la porte");
        assertThat(card(1)).contains("Excursion : trop froid", "depuis 24 min", "1,0 °C");
        assertThat(card(2)).contains("Aucun relevé", "depuis 2 h", "5,0 °C");
        assertThat(card(4)).contains("Retiré").doesNotContain("Pile");
        assertThat(textOf(byId("cold-chain-summary"))).isEqualTo("3 capteurs à vérifier");
    }

    @Test
    void aSilentSensorSaysWhoIsTheCause() {
        String ofPhone = sensor("A");
        phoneSends(reading(ofPhone, 5, 120));

        navigate(ColdChainView.class);

        assertThat(card(0)).containsAnyOf("Son téléphone n’est plus en contact", "Ce serveur était arrêté");
    }

    @Test
    void whatAPhoneSendsIsSeenOnOpenPages() {
        String sensor = sensor("Frigo 1");
        phoneSends(reading(sensor, 5, 14));
        navigate(ColdChainView.class);

        phoneSends(reading(sensor, 9, 4));
        pagesAreTold();

        assertThat(marks()).containsExactly(sensor + " excursion");
        assertThat(card(0)).contains("9,0 °C", "Excursion : trop chaud");
    }

    @Test
    void aSensorFallsSilentOnAnOpenPageByItself() {
        String sensor = sensor("Frigo 1");
        phoneSends(reading(sensor, 5, 4));
        navigate(ColdChainView.class);

        clock.stopAt(ago(-40));
        feed.age();
        pagesAreTold();

        assertThat(marks()).containsExactly(sensor + " silent");
    }

    @Test
    void aStoreWithoutSensorsSaysHowTheFirstPhoneIsConnected() {
        navigate(ColdChainView.class);

        assertThat(textOf(byId("cold-chain-empty")))
                .contains("Aucun capteur n’envoie encore", "code QR", "permission 201", "Voir les étapes en images");
        VaadinSession.getCurrent().setLocale(Locale.forLanguageTag("es"));
        assertThat(textOf(byId("cold-chain-empty"))).contains("Ningún sensor envía todavía");
    }

    @Test
    void whoMayNotSeeTheSensorsIsToldWhoGivesThePermission() {
        sensor("Frigo 1");
        signInWhoSees(List.of(), List.of(store));

        navigate(ColdChainView.class);

        assertThat(textOf(byId("cold-chain-closed"))).contains("permission 175");
        assertThat(find(SensorCard.class).exists()).isFalse();
    }

    @Test
    void anAddressThatNamesASensorLeadsToItsStore() {
        String other = newStore("Autre dépôt");
        String sensor = sensor("Frigo 1");
        signInWhoSees(List.of(other, store), List.of());
        navigate(ColdChainView.class);
        assertThat(find(SensorCard.class).exists()).isFalse();

        UI.getCurrent().navigate(ColdChainView.PATH, QueryParameters.of("sensor", sensor));

        assertThat(marks()).containsExactly(sensor + " silent");
    }

    private List<String> marks() {
        return find(SensorCard.class).all().stream()
                .map(card -> card.getElement().getAttribute("data-sensor") + " "
                        + card.getElement().getAttribute("data-state"))
                .toList();
    }

    private String card(int at) {
        return textOf(find(SensorCard.class).all().get(at));
    }
}
