package org.relais.locations.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.internal.ShortcutsKt;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.server.VaadinSession;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.relais.components.DecimalField;
import org.relais.locations.Location;
import org.relais.locations.LocationDraft;
import org.relais.locations.LocationQuery;
import org.relais.locations.Locations;
import org.relais.testing.SeededSite;
import org.relais.testing.TestClock;
import org.springframework.beans.factory.annotation.Autowired;

class LocationsViewTest extends SeededSite {

    @Autowired
    private Locations locations;

    @Autowired
    private TestClock clock;

    private String store;

    @BeforeEach
    void oneStore() {
        signIn();
        noStores();
        store = newStore("Centre de santé");
        speak(Locale.FRENCH);
    }

    @Test
    void emptyStoreInvitesToAddALocation() {
        navigate(LocationsView.class);

        assertThat(find(H1.class).single().getText()).isEqualTo("Emplacements");
        assertThat(paragraph("locations-empty")).startsWith("Ce dépôt n’a pas encore d’emplacements");
    }

    @Test
    void siteWithoutStoreSaysSo() {
        noStores();
        navigate(LocationsView.class);

        assertThat(paragraph("locations-empty")).startsWith("Ce site n’a pas encore de dépôt");
        assertThat(find(Button.class).withId("location-add").exists()).isFalse();
    }

    @Test
    void locationIsAddedAndListed() {
        navigate(LocationsView.class);

        test(button("location-add")).click();
        assertThat(field("location-code").isRequiredIndicatorVisible()).isTrue();
        assertThat(field("location-volume").isRequiredIndicatorVisible()).isTrue();
        assertThat(field("location-description").isRequiredIndicatorVisible()).isFalse();
        test(field("location-code")).setValue("F1");
        test(field("location-description")).setValue("<b>Frigo</b>");
        test(button("location-save")).click();

        assertThat(rows()).isEqualTo(1);
        Location added = test(grid()).getRow(0);
        assertThat(added.code()).isEqualTo("F1");
        assertThat(added.description()).isEqualTo("<b>Frigo</b>");
        assertThat(added.waiting()).isTrue();
        assertThat(find(Notification.class).single()).isNotNull();
        assertThat(find(LocationForm.class).exists()).isFalse();
    }

    @Test
    void wrongValuesAreToldAtTheirFields() {
        locations.add(store, draft("F1"));
        navigate(LocationsView.class);

        test(button("location-add")).click();
        field("location-code").setValue("f1");
        volume().setValue("-1");
        test(button("location-save")).click();

        assertThat(field("location-code").getErrorMessage())
                .isEqualTo("Un autre emplacement de ce dépôt porte ce code.");
        assertThat(volume().getErrorMessage()).isEqualTo("Le volume ne peut pas être négatif.");
        assertThat(locations.count(new LocationQuery(store, "", LocationQuery.Order.CODE, false)))
                .isEqualTo(1);
        assertThat(button("location-save").isEnabled()).isTrue();
    }

    @Test
    void whatWasSavedIsShownAmongTheOthersEvenIfASearchHidIt() {
        locations.add(store, draft("A1"));
        locations.add(store, draft("C1"));
        navigate(LocationsView.class);
        field("location-search").setValue("A");

        test(button("location-add")).click();
        field("location-code").setValue("B1");
        ShortcutsKt._fireShortcut(field("location-code"), Key.ENTER);

        assertThat(rows()).isEqualTo(3);
        assertThat(field("location-search").getValue()).isEmpty();
        assertThat(marked()).containsExactly(false, true, false);
        openFirst();
        field("location-code").setValue("D1");
        test(button("location-save")).click();
        assertThat(marked()).containsExactly(false, false, true);
    }

    /** As it is when the change begins to wait for its synchronisation, a moment later. */
    @Test
    void whatWasSavedStaysMarkedForAMomentThoughTheListIsFilledAgain() {
        clock.stopAt(Instant.parse("2026-11-29T15:00:00Z"));
        navigate(LocationsView.class);
        test(button("location-add")).click();
        field("location-code").setValue("B1");
        test(button("location-save")).click();

        field("location-search").setValue("B");
        assertThat(marked()).containsExactly(true);

        clock.stopAt(Instant.parse("2026-11-29T15:00:06Z"));
        field("location-search").setValue("");
        assertThat(marked()).containsExactly(false);
        clock.goOn();
    }

    private List<Boolean> marked() {
        return IntStream.range(0, rows())
                .mapToObj(
                        row -> grid().getPartNameGenerator().apply(test(grid()).getRow(row)) != null)
                .toList();
    }

    @Test
    void changeOfSomebodyElseIsToldAndShown() {
        String id = locations.add(store, draft("F1"));
        LocationsView view = navigate(LocationsView.class);
        openFirst();
        Location read = locations.find(id).orElseThrow();
        locations.change(read, draft("F2"));

        field("location-code").setValue("F3");
        test(button("location-save")).click();

        assertThat(paragraph("location-problem")).startsWith("Quelqu’un d’autre a modifié");
        assertThat(field("location-code").getValue()).isEqualTo("F2");
        assertThat(view.isAttached()).isTrue();
    }

    @Test
    void deletingAsksFirst() {
        locations.add(store, draft("F1"));
        navigate(LocationsView.class);
        openFirst();

        test(button("location-delete")).click();
        test(find(ConfirmDialog.class).single()).confirm();

        assertThat(paragraph("locations-empty")).isNotBlank();
    }

    @Test
    void locationInUseSaysWhatUsesIt() {
        String id = locations.add(store, draft("F1"));
        keep("sensor", newId(), store, "{\"locationID\":\"%s\"}".formatted(id));
        navigate(LocationsView.class);
        openFirst();

        test(button("location-delete")).click();
        test(find(ConfirmDialog.class).single()).confirm();

        assertThat(paragraph("location-problem")).contains("capteurs");
    }

    @Test
    void searchNarrowsTheList() {
        locations.add(store, draft("A1"));
        locations.add(store, draft("B1"));
        navigate(LocationsView.class);

        field("location-search").setValue("b");
        assertThat(paragraph("location-count")).isEqualTo("1 emplacement");

        field("location-search").setValue("zz");
        assertThat(paragraph("locations-empty")).startsWith("Aucun emplacement");
    }

    @Test
    void languageChangesTheOpenPage() {
        locations.add(store, draft("A1"));
        navigate(LocationsView.class);

        speak(Locale.of("es"));

        assertThat(find(H1.class).single().getText()).isEqualTo("Ubicaciones");
        assertThat(paragraph("location-count")).isEqualTo("1 ubicación");
    }

    private static void speak(Locale language) {
        VaadinSession.getCurrent().setLocale(language);
        UI.getCurrent().setLocale(language);
    }

    private void openFirst() {
        test(grid()).clickRow(0);
    }

    @SuppressWarnings("unchecked")
    private Grid<Location> grid() {
        return find(Grid.class).withId("locations").single();
    }

    private int rows() {
        return test(grid()).size();
    }

    private Button button(String id) {
        return find(Button.class).withId(id).single();
    }

    private TextField field(String id) {
        return find(TextField.class).withId(id).single();
    }

    private DecimalField volume() {
        return find(DecimalField.class).withId("location-volume").single();
    }

    private String paragraph(String id) {
        return find(Paragraph.class).withId(id).single().getText();
    }

    private static LocationDraft draft(String code) {
        return new LocationDraft(code, "", null, BigDecimal.ZERO, false);
    }
}
