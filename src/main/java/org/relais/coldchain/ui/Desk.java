package org.relais.coldchain.ui;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.relais.coldchain.ColdChain;
import org.relais.language.Phrases;
import org.relais.locations.Location;
import org.relais.locations.LocationQuery;
import org.relais.locations.LocationQuery.Order;
import org.relais.locations.Locations;
import org.relais.people.CurrentUser;
import org.relais.people.Permission;
import org.relais.people.ui.CurrentStore;
import org.relais.site.Store;
import org.springframework.stereotype.Component;

/** What the pages about temperatures ask again and again: whose temperatures a person may see, and what there is in a store. */
@Component
class Desk {

    private static final int ALL_LOCATIONS = 10_000;

    private final ColdChain coldChain;
    private final Locations locations;
    private final CurrentUser currentUser;
    private final Clock clock;

    Desk(ColdChain coldChain, Locations locations, CurrentUser currentUser, Clock clock) {
        this.coldChain = coldChain;
        this.locations = locations;
        this.currentUser = currentUser;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    /** Whether the person may see the temperatures of that store. */
    boolean mayView(String storeId) {
        return currentUser.may(Permission.VIEW_SENSORS, storeId);
    }

    /** The stores whose temperatures the person may see, of those that are offered. */
    List<Store> stores(CurrentStore currentStore) {
        return new SeenStores(currentStore, currentUser).all();
    }

    /** The locations of a store by id, in the order of their codes. */
    Map<String, Location> locations(String storeId) {
        Map<String, Location> all = new LinkedHashMap<>();
        locations
                .list(new LocationQuery(storeId, "", Order.CODE, false), 0, ALL_LOCATIONS)
                .forEach(location -> all.put(location.id(), location));
        return all;
    }

    Scene scene(String storeId, MonitoringFilter filter, Phrases phrases) {
        return new Scene(storeId, coldChain.sensors(storeId), locations(storeId), filter, phrases, now());
    }
}
