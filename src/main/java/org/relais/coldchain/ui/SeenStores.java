package org.relais.coldchain.ui;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.relais.people.CurrentUser;
import org.relais.people.Permission;
import org.relais.people.ui.CurrentStore;
import org.relais.site.Store;

/**
 * The stores whose sensors the person who looks at a page may see: those that they may enter with the permission
 * {@link Permission#VIEW_SENSORS}.
 */
record SeenStores(CurrentStore currentStore, CurrentUser person) {

    /** All of them, the current one first. */
    List<Store> all() {
        Optional<Store> current = currentStore.find();
        return currentStore.offered().stream()
                .filter(this::seen)
                .sorted(Comparator.comparing(store -> !Optional.of(store).equals(current)))
                .toList();
    }

    /** The current one, or empty where the person may not see its sensors. */
    Optional<Store> current() {
        return currentStore.find().filter(this::seen);
    }

    private boolean seen(Store store) {
        return person.may(Permission.VIEW_SENSORS, store.id());
    }
}
