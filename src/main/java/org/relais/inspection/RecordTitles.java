package org.relais.inspection;

import java.util.Optional;
import java.util.Set;
import org.relais.catalogue.RecordKey;
import org.relais.catalogue.RecordTypes;
import org.relais.people.CurrentUser;
import org.relais.people.Permission;
import org.relais.record.RecordStore;
import org.relais.record.SetAside;
import org.springframework.stereotype.Component;

/**
 * By what a person recognises a record. Titles name patients as well, so of most records only those hear them who may read records.
 * Things that everybody here works with, and which name nobody, everybody may know by their titles.
 */
@Component
public class RecordTitles {

    private static final Set<String> THINGS = Set.of(
            "Location",
            "Location_type",
            "location_movement",
            "item",
            "item_line",
            "unit",
            "sensor",
            "temperature_breach",
            "temperature_log",
            "asset",
            "asset_internal_location",
            "asset_log");

    private final RecordTypes types;
    private final RecordStore store;
    private final CurrentUser currentUser;

    RecordTitles(RecordTypes types, RecordStore store, CurrentUser currentUser) {
        this.types = types;
        this.store = store;
        this.currentUser = currentUser;
    }

    /** The title of a record in the store; empty when it has none, or the person may not read records. */
    public Optional<String> of(RecordKey key) {
        return maySee(key) ? store.json(key).flatMap(json -> title(key, json)) : Optional.empty();
    }

    /** The title of a record that was set aside; empty when it has none, or the person may not read records. */
    public Optional<String> of(SetAside aside) {
        return maySee(aside.key())
                ? store.setAsideText(aside.number()).flatMap(json -> title(aside.key(), json))
                : Optional.empty();
    }

    private Optional<String> title(RecordKey key, String json) {
        return types.byTable(key.table()).flatMap(type -> type.title(json, store));
    }

    private boolean maySee(RecordKey key) {
        return THINGS.contains(key.table()) || currentUser.may(Permission.ADMINISTER_SERVER);
    }
}
