package org.relais.coldchain.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.server.VaadinSession;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.relais.coldchain.SensorSite;
import org.relais.people.Permission;
import org.relais.testing.PageTurn;
import org.springframework.beans.factory.annotation.Autowired;

/** What the page of the locations tells of one of them. */
class LocationContentsTest extends SensorSite {

    @Autowired
    private ColdChainFeed feed;

    private String fridge;

    private String item;

    @BeforeEach
    void aFridgeWithItsSensor() {
        fridge = location("F1");
        standsAt(fridge);
        item = newId();
        keep("item", item, null, "{\"ID\":\"%s\",\"item_name\":\"Vaccin BCG\",\"code\":\"b\"}".formatted(item));
        speak("fr");
    }

    @Test
    void itsSensorsAndItsStockAreTold() {
        reading(4.5, NOW.minus(Duration.ofMinutes(4)));
        line("L1", 3);
        open();

        assertThat(text("location-sensors"))
                .contains("Capteurs à cet emplacement", "Frigo 1", "4,5 °C", "il y a 4 minutes");
        assertThat(html("location-sensors")).contains(SensorView.address(sensor));
        assertThat(text("location-stock"))
                .contains("Stock à cet emplacement", "Vaccin BCG", "L1", "31 janv. 2027", "3 conditionnements de 10");
    }

    @Test
    void whatAPhoneSendsMeanwhileIsSeenAtOnceAndAnotherLanguageToo() {
        reading(4.5, NOW.minus(Duration.ofMinutes(9)));
        open();

        reading(5.5, NOW.minus(Duration.ofMinutes(4)));
        feed.look();
        PageTurn.take();
        assertThat(text("location-sensors")).contains("5,5 °C").doesNotContain("4,5 °C");

        speak("es");
        assertThat(text("location-sensors")).contains("Sensores en esta ubicación", "hace 4 minutos");
        assertThat(text("location-stock")).contains("No hay existencias registradas en esta ubicación.");
    }

    @Test
    void theWindowIsClosedWhereALinkInItIsFollowed() {
        open();
        assertThat(find(Anchor.class).all().stream().map(Anchor::getHref))
                .contains(SensorView.address(sensor), PosterView.address(sensor));

        UI.getCurrent().navigate(SensorView.address(sensor));

        assertThat(find(Dialog.class).exists()).isFalse();
        UI.getCurrent().navigate("locations");
        assertThat(find(Dialog.class).exists()).isFalse();
    }

    @Test
    void ofALongListTheFirstAreShownWithTheNumberOfAll() {
        IntStream.range(0, 23).forEach(each -> line("L" + each, 1));
        open();
        assertThat(lines()).isEqualTo(20);
        NativeButton all = find(NativeButton.class).withId("location-stock-all").single();
        assertThat(all.getText()).isEqualTo("Tout afficher (23)");

        test(all).click();

        assertThat(lines()).isEqualTo(23);
        assertThat(all.isVisible()).isFalse();
    }

    @Test
    void whatStandsElsewhereIsNotTold() {
        reading(4.5, NOW.minus(Duration.ofMinutes(4)));
        line("L1", 3);
        fridge = location("A0");
        open();

        assertThat(text("location-sensors"))
                .contains("Il n’y a aucun capteur ici.")
                .doesNotContain("Frigo 1");
        assertThat(text("location-stock"))
                .contains("Aucun stock n’est enregistré")
                .doesNotContain("BCG");
    }

    @Test
    void whoMayNeitherChangeNorSeeSensorsIsToldTheStockByAClickOnTheRow() {
        line("L1", 3);
        signIn(person(Permission.SEND_TEMPERATURES));
        UI.getCurrent().navigate("locations");
        test(grid()).clickRow(0);

        assertThat(text("location-stock")).contains("Vaccin BCG");
        assertThat(find(Component.class).withId("location-sensors").exists()).isFalse();
        assertThat(find(Component.class).withId("location-form").exists()).isFalse();
    }

    /** Presses the button of the first location in the list. */
    private void open() {
        UI.getCurrent().navigate("locations");
        Component actions = test(grid()).getCellComponent(0, 5);
        test((Button) actions.getChildren().findFirst().orElseThrow()).click();
    }

    @SuppressWarnings("unchecked")
    private Grid<Object> grid() {
        return find(Grid.class).withId("locations").single();
    }

    private long lines() {
        Component stock = find(Component.class).withId("location-stock-lines").single();
        return find(NativeTable.class, stock).single().getBody().getRowCount();
    }

    /** Without the spaces at which no line breaks. */
    private String text(String id) {
        return find(Component.class)
                .withId(id)
                .single()
                .getElement()
                .getTextRecursively()
                .replaceAll("[\\u00a0\\u202f]", " ");
    }

    private String html(String id) {
        return find(Component.class).withId(id).single().getElement().getOuterHTML();
    }

    private static void speak(String language) {
        VaadinSession.getCurrent().setLocale(Locale.forLanguageTag(language));
        UI.getCurrent().setLocale(Locale.forLanguageTag(language));
    }

    private void line(String batch, int packs) {
        String id = newId();
        keep("item_line", id, store, """
                {"ID":"%s","store_ID":"%s","item_ID":"%s","batch":"%s","expiry_date":"2027-01-31","location_ID":"%s",\
                "quantity":%d,"pack_size":10}""".formatted(id, store, item, batch, fridge, packs));
    }
}
