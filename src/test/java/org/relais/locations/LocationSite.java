package org.relais.locations;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.relais.catalogue.CentralServer;
import org.relais.catalogue.LinkResolver;
import org.relais.catalogue.RecordLookup;
import org.relais.catalogue.RecordType;
import org.relais.catalogue.RecordTypes;
import org.relais.catalogue.Rendering;
import org.relais.locations.LocationQuery.Order;
import org.relais.people.Permission;
import org.relais.people.SignedInUser;
import org.relais.people.StoreAccess;
import org.relais.testing.SeededSite;
import org.springframework.beans.factory.annotation.Autowired;

/** A site with a store of its own, a type of location, and a person who keeps its locations. */
abstract class LocationSite extends SeededSite {

    static final LocationDraft SHELF = draft("A-1", "Étagère");

    @Autowired
    Locations locations;

    @Autowired
    RecordTypes types;

    String store;

    String fridge;

    @BeforeEach
    void aStore() {
        signIn();
        store = newStore("Centre de santé");
        fridge = newId();
        keep("Location_type", fridge, null, """
                {"ID":"%s","Description":"Réfrigérateur","Temperature_min":2,"Temperature_max":8.5}""".formatted(fridge));
    }

    static SignedInUser keeperOf(String storeId) {
        return new SignedInUser(
                "u",
                "keeper",
                "Keeper",
                false,
                null,
                Set.of(),
                List.of(new StoreAccess(storeId, Set.of(Permission.MANAGE_LOCATIONS))));
    }

    RecordType type() {
        return types.byTable("Location").orElseThrow();
    }

    Rendering rendered(String id) {
        return type().render(stored("Location", id), CentralServer.LEGACY, LinkResolver.NONE, RecordLookup.NONE);
    }

    String arrived(String code, String more) {
        String id = newId();
        keep("Location", id, store, """
                {"ID":"%s","code":"%s","Description":"Rouge", %s,"type_ID":"","store_ID":"%s","hold":false}""".formatted(id, code, more, store));
        return id;
    }

    LocationQuery all() {
        return new LocationQuery(store, "", Order.CODE, false);
    }

    List<String> codes(String search) {
        return locations.list(new LocationQuery(store, search, Order.CODE, false), 0, 50).stream()
                .map(Location::code)
                .toList();
    }

    static LocationDraft draft(String code, String description) {
        return new LocationDraft(code, description, null, BigDecimal.ZERO, false);
    }
}
