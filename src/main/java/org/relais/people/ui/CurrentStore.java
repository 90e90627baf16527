package org.relais.people.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.spring.annotation.VaadinSessionScope;
import java.io.Serializable;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.relais.components.Changes;
import org.relais.people.CurrentUser;
import org.relais.people.SignedInUser;
import org.relais.people.StoreAccess;
import org.relais.site.Store;
import org.relais.site.Stores;

/** The store that a person works in until the session ends: the one that was chosen, else the person's default, else the first. */
@org.springframework.stereotype.Component
@VaadinSessionScope
public class CurrentStore implements Serializable {

    private final Stores stores;
    private final CurrentUser currentUser;
    private final transient Changes changes = new Changes();
    private String chosen;

    CurrentStore(Stores stores, CurrentUser currentUser) {
        this.stores = stores;
        this.currentUser = currentUser;
    }

    /** The stores that the person may enter: by name, but the person's default store first. */
    public List<Store> offered() {
        return currentUser.find().map(this::offered).orElse(List.of());
    }

    private List<Store> offered(SignedInUser person) {
        String first =
                person.stores().stream().map(StoreAccess::storeId).findFirst().orElse(null);
        return stores.active().stream()
                .filter(store -> person.enters(store.id()))
                .sorted(Comparator.comparing(store -> !store.id().equals(first)))
                .toList();
    }

    /** The store, or empty while there is none that the person may enter. */
    public Optional<Store> find() {
        List<Store> offered = offered();
        return offered.stream()
                .filter(store -> store.id().equals(chosen))
                .findFirst()
                .or(() -> offered.stream().findFirst());
    }

    /** Goes on in that store, in every open page of the session. */
    public void choose(Store store) {
        if (!store.id().equals(chosen)) {
            chosen = store.id();
            changes.happened();
        }
    }

    /** Has a part of a page told, while it is attached, that the person went on in another store, in whichever page of the session. */
    public void follow(Component part, Runnable show) {
        changes.follow(part, show);
    }
}
