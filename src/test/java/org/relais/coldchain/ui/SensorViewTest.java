package org.relais.coldchain.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.server.VaadinSession;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.relais.coldchain.ColdChain;
import org.relais.coldchain.QuarantinedRow;
import org.relais.coldchain.SensorSite;
import org.relais.components.Choice;
import org.relais.people.Permission;
import org.relais.testing.Chooser;
import org.springframework.beans.factory.annotation.Autowired;

class SensorViewTest extends SensorSite {

    @Autowired
    private ColdChain coldChain;

    @BeforeEach
    void spanish() {
        VaadinSession.getCurrent().setLocale(Locale.forLanguageTag("es"));
        UI.getCurrent().setLocale(Locale.forLanguageTag("es"));
    }

    @Test
    void theSensorTellsAllThatIsKnownOfIt() {
        reading(4.5, NOW.minus(Duration.ofMinutes(4)));
        breach(NOW.minus(Duration.ofHours(5)), NOW.minus(Duration.ofHours(3)));
        open();

        assertThat(find(H1.class).single().getText()).isEqualTo("Frigo 1");
        assertThat(text("sensor-facts"))
                .contains("Lecturas regulares", "4,5\u00a0°C", "87\u00a0%", "AA:BB:CC:DD:EE:01", "5 minutos");
        assertThat(text("sensor-breaches")).contains("por encima de 8\u00a0°C");
    }

    @Test
    void anotherLocationIsSavedAndEarlierReadingsAreAskedAboutOnce() {
        reading(4.5, NOW.minus(Duration.ofMinutes(4)));
        String location = location("F1");
        signIn(person(Permission.VIEW_SENSORS, Permission.EDIT_SENSOR_LOCATION));
        open();

        Chooser.choose(find(Choice.class).withId("sensor-location").single(), "F1 · Réfrigérateur");
        test(find(Button.class).withId("sensor-location-save").single()).click();

        assertThat(coldChain.find(sensor).orElseThrow().sensor().locationId()).isEqualTo(location);
        ConfirmDialog question = find(ConfirmDialog.class).single();
        assertThat(question.getElement().getProperty("message"))
                .isEqualTo(
                        "1 lectura de este sensor no tiene ubicación. ¿Se midieron en la ubicación F1 · Réfrigérateur?");
    }

    @Test
    void whoMayOnlyLookIsNotOfferedAnotherLocation() {
        standsAt(location("F1"));
        signIn(person(Permission.VIEW_SENSORS));
        open();

        assertThat(text("sensor-stands")).isEqualTo("F1 · Réfrigérateur");
        assertThat(find(Button.class).withId("sensor-location-save").exists()).isFalse();
    }

    @Test
    void aSensorThatThePersonMayNotSeeIsAsOneThatIsNotThere() {
        signIn(person(Permission.EDIT_SENSOR_LOCATION));
        open();

        assertThat(find(H1.class).single().getText()).isEqualTo("Este sensor no existe");
        assertThat(find(Component.class).withId("sensor-facts").exists()).isFalse();
    }

    @Test
    @SuppressWarnings("unchecked")
    void whatPhonesSentInVainIsListedAndToldOnTheTemperaturesPage() {
        nonsense("{\"id\":\"x\"}");
        UI.getCurrent().navigate(MonitoringFilter.PATH);
        assertThat(text("monitoring-quarantine")).startsWith("No se pudo guardar 1 línea que envió un teléfono.");

        UI.getCurrent().navigate(QuarantineView.PATH);
        Grid<QuarantinedRow> grid = find(Grid.class).withId("quarantine").single();
        assertThat(test(grid).size()).isEqualTo(1);
        assertThat(((Component) test(grid).getCellComponent(0, 2)).getElement().getTextRecursively())
                .contains("Lectura", "Falta un valor: «sensorId»");
    }

    private void open() {
        UI.getCurrent().navigate(SensorView.address(sensor));
    }

    private String text(String id) {
        return find(Component.class).withId(id).single().getElement().getTextRecursively();
    }
}
