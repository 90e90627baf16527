package org.relais.coldchain.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PosterViewTest extends ColdChainPages {

    @BeforeEach
    void french() {
        UI.getCurrent().setLocale(Locale.FRENCH);
    }

    @Test
    void aSensorLeadsToASheetThatNamesItsPlaceAndItsLimitsAndWhatToDo() {
        String sensor = sensor("Frigo 1");
        UI.getCurrent().navigate(SensorView.address(sensor));

        UI.getCurrent()
                .navigate(find(Anchor.class).withId("sensor-poster").single().getHref());

        assertThat(textOf(byId("poster")))
                .contains("F1", "Vaccins", "Frigo 1", "Trop chaud", "Trop froid", "Coupure de courant", "Téléphone");
        assertThat(textOf(byId("poster-limits"))).contains("2", "8 °C");
    }

    @Test
    void whoMayNotSeeTheSensorSeesNoPosterOfIt() {
        String sensor = sensor("Frigo 1");
        signInWhoSees(List.of(), List.of(store));

        UI.getCurrent().navigate(PosterView.address(sensor));

        assertThat(textOf(byId("poster-missing"))).isNotEmpty();
        assertThat(find(PosterSheet.class).exists()).isFalse();
    }
}
