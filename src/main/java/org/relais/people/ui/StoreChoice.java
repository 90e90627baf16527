package org.relais.people.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;
import java.util.List;
import java.util.Optional;
import org.relais.components.Choice;
import org.relais.site.Store;

/** Shows the store that a person works in and lets them go to another; hidden while no other is offered. */
public class StoreChoice extends Choice<Store> implements LocaleChangeObserver {

    private final CurrentStore currentStore;

    /** A choice among the stores that the person may enter; {@code id} marks it. */
    public StoreChoice(String id, CurrentStore currentStore) {
        super(Store::name);
        this.currentStore = currentStore;
        setId(id);
        addClassName("store-choice");
        onChoice(currentStore::choose);
        currentStore.follow(this, this::offer);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        offer();
    }

    @Override
    public void localeChange(LocaleChangeEvent event) {
        offer();
    }

    private void offer() {
        List<Store> offered = currentStore.offered();
        Optional<Store> current = currentStore.find();
        current.ifPresent(store -> offer(offered, store));
        setAriaLabel(getTranslation("locations.store"));
        setVisible(current.isPresent() && offered.size() > 1);
    }
}
