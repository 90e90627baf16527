package org.relais.locations.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.relais.locations.LocationDraft;
import org.relais.locations.Locations;
import org.relais.people.Permission;
import org.relais.people.SignedInUser;
import org.relais.people.StoreAccess;
import org.relais.people.ui.CurrentStore;
import org.relais.site.Store;
import org.relais.testing.SeededSite;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;

/** Whose locations somebody sees, and may change. */
class LocationsOfStoresTest extends SeededSite {

    @Autowired
    private Locations locations;

    @Autowired
    private ObjectProvider<CurrentStore> currentStore;

    private String store;

    @BeforeEach
    void oneStore() {
        signIn();
        noStores();
        store = newStore("Centre de santé");
    }

    @Test
    void severalStoresAreChosenFrom() {
        newStore("Autre dépôt");
        LocationsView view = navigate(LocationsView.class);

        assertThat(view.getElement().getOuterHTML()).contains("Centre de santé", "Autre dépôt", "<select");
    }

    @Test
    void whoMayOnlyReadSeesNoButtonsToChangeAnything() {
        locations.add(store, new LocationDraft("A1", "", null, BigDecimal.ZERO, false));
        signIn(new SignedInUser("u", "nurse", false, null, Set.of()));
        navigate(LocationsView.class);

        assertThat(find(Button.class).withId("location-add").exists()).isFalse();
        Grid<?> list = find(Grid.class).withId("locations").single();
        assertThat(test(list).getCellComponent(0, 5).getChildren()).hasSize(1);
        assertThat(test(list).size()).isEqualTo(1);
    }

    @Test
    void eachStoreHasItsOwnPermissionAndTheDefaultComesFirst() {
        String preferred = newStore("Zanaga");
        newStore("Boko");
        signIn(new SignedInUser(
                "u",
                "adjoint",
                "Moussa Koné",
                false,
                null,
                Set.of(),
                List.of(
                        new StoreAccess(preferred, Set.of(Permission.MANAGE_LOCATIONS)),
                        new StoreAccess(store, Set.of()))));
        CurrentStore current = currentStore.getObject();
        LocationsView view = navigate(LocationsView.class);

        assertThat(current.offered()).extracting(Store::id).containsExactly(preferred, store);
        assertThat(view.getElement().getOuterHTML()).doesNotContain("Boko");
        assertThat(find(Button.class).withId("location-add").exists()).isTrue();

        current.choose(current.offered().getLast());
        UI.getCurrent().navigate("help");
        navigate(LocationsView.class);
        assertThat(find(Button.class).withId("location-add").exists()).isFalse();
    }
}
