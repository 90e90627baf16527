package org.relais.stores.ui;

import com.vaadin.flow.spring.annotation.VaadinSessionScope;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.relais.stores.Store;
import org.relais.stores.Stores;
import org.springframework.stereotype.Component;

/** The store that a person works in until the session ends: the one that was chosen, else the first. */
@Component
@VaadinSessionScope
public class CurrentStore implements Serializable {

    private static final long serialVersionUID = 1L;

    private final transient Stores stores;
    private String chosen;

    CurrentStore(Stores stores) {
        this.stores = stores;
    }

    /** The stores to choose from, by name. */
    public List<Store> offered() {
        return stores.active();
    }

    /** The store, or empty while the site has none. */
    public Optional<Store> find() {
        List<Store> offered = offered();
        return offered.stream()
                .filter(store -> store.id().equals(chosen))
                .findFirst()
                .or(() -> offered.stream().findFirst());
    }

    /** Goes on in that store, in every open page of the session. */
    public void choose(Store store) {
        chosen = store.id();
    }
}
