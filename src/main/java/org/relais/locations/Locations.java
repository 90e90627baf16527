package org.relais.locations;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.relais.catalogue.JsonCopy;
import org.relais.catalogue.JsonText;
import org.relais.catalogue.RecordKey;
import org.relais.people.CurrentUser;
import org.relais.people.Permission;
import org.relais.record.LocalChange;
import org.relais.record.LocalChanges;
import org.relais.record.Outbox;
import org.relais.record.projection.RecordReferences;
import org.relais.vocabulary.Invalid;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Service;

/**
 * The locations of a store. A change is stored at once and waits to be sent to the mSupply central server. Whoever changes
 * something needs the permission {@link Permission#MANAGE_LOCATIONS} in that store.
 */
@Service
public class Locations {

    /** Their table. */
    static final String TABLE = "Location";

    private final LocationRepository locations;
    private final LocationTypeRepository types;
    private final LocationRules rules;
    private final RecordReferences references;
    private final Outbox outbox;
    private final LocalChanges changes;
    private final CurrentUser currentUser;

    Locations(
            LocationRepository locations,
            LocationTypeRepository types,
            LocationRules rules,
            RecordReferences references,
            Outbox outbox,
            LocalChanges changes,
            CurrentUser currentUser) {
        this.locations = locations;
        this.types = types;
        this.rules = rules;
        this.references = references;
        this.outbox = outbox;
        this.changes = changes;
        this.currentUser = currentUser;
    }

    /**
     * A page of the locations asked for.
     *
     * @param page its number, from 0
     * @param size how many are on a page
     */
    public List<Location> list(LocationQuery query, int page, int size) {
        List<LocationRow> rows = locations
                .findBy(query.specification(), found -> found.slice(PageRequest.of(page, size, query.sort())))
                .getContent();
        Set<String> waiting =
                outbox.waiting(TABLE, rows.stream().map(LocationRow::id).toList());
        return rows.stream()
                .map(row -> row.location(waiting.contains(row.id())))
                .toList();
    }

    /** The place of a location among all that are asked for, from 0; empty when it is none of them. */
    public OptionalInt place(LocationQuery query, String id) {
        List<String> ids = locations
                .findBy(query.specification(), found -> found.sortBy(query.sort())
                        .all())
                .stream()
                .map(LocationRow::id)
                .toList();
        int place = ids.indexOf(id);
        return place < 0 ? OptionalInt.empty() : OptionalInt.of(place);
    }

    /** How many locations are asked for. */
    public int count(LocationQuery query) {
        return Math.toIntExact(locations.count(query.specification()));
    }

    /** A location, or empty when there is none or it was deleted. */
    public Optional<Location> find(String id) {
        return locations.findById(id).map(row -> row.location(outbox.isWaiting(new RecordKey(TABLE, id))));
    }

    /** The types that a location can have, by name. */
    public List<LocationType> types() {
        return types.findAllByOrderByDescriptionAscIdAsc().stream()
                .map(LocationTypeRow::type)
                .toList();
    }

    /** Whether the person may change anything in that store. */
    public boolean mayChange(String storeId) {
        return currentUser.may(Permission.MANAGE_LOCATIONS, storeId);
    }

    /**
     * What is wrong with a location as somebody describes it. What came like that from the network and is not touched may
     * stay as it is.
     *
     * @param storeId the store that it is in
     * @param before the location as it is, or null for a new one
     * @return nothing when all is well
     */
    public Set<LocationProblem> problems(String storeId, Location before, LocationDraft draft) {
        return rules.problems(storeId, before, draft);
    }

    /**
     * Adds a location to a store.
     *
     * @return its id
     * @throws Invalid when something is wrong with it
     */
    public String add(String storeId, LocationDraft draft) {
        currentUser.require(Permission.MANAGE_LOCATIONS, storeId);
        String id = UUID.randomUUID().toString();
        changes.save(new LocalChange(new RecordKey(TABLE, id), before -> {
            check(storeId, null, draft);
            Map<String, String> values = new LinkedHashMap<>();
            values.put("ID", JsonCopy.quoted(id));
            values.put("code", JsonCopy.quoted(draft.code()));
            values.put("Description", JsonCopy.quoted(draft.description()));
            values.put("Volume", number(draft.volume()));
            values.put("type_ID", JsonCopy.quoted(Objects.requireNonNullElse(draft.typeId(), "")));
            values.put("store_ID", JsonCopy.quoted(storeId));
            values.put("hold", Boolean.toString(draft.onHold()));
            return Optional.of(JsonText.with("{}", values));
        }));
        return id;
    }

    /**
     * Changes a location; does nothing when nothing is different. What the record says beyond the draft stays as it is.
     *
     * @param read the location as it was when the person began to change it
     * @throws Invalid when something is wrong with it
     * @throws LocationChanged when somebody else changed or deleted it since it was read
     */
    public void change(Location read, LocationDraft draft) {
        currentUser.require(Permission.MANAGE_LOCATIONS, read.storeId());
        changes.save(new LocalChange(new RecordKey(TABLE, read.id()), before -> {
            String record = unchanged(read, before);
            check(read.storeId(), read, draft);
            return Optional.of(JsonText.with(record, differences(read.draft(), draft)));
        }));
    }

    /**
     * Deletes a location.
     *
     * @param read the location as it was when the person decided to delete it
     * @throws LocationInUse when another record refers to it
     * @throws LocationChanged when somebody else changed or deleted it since it was read
     */
    public void delete(Location read) {
        currentUser.require(Permission.MANAGE_LOCATIONS, read.storeId());
        RecordKey key = new RecordKey(TABLE, read.id());
        changes.save(new LocalChange(key, before -> {
            unchanged(read, before);
            references.to(key).ifPresent(table -> {
                throw new LocationInUse(read.id(), table);
            });
            return Optional.empty();
        }));
    }

    private void check(String storeId, Location before, LocationDraft draft) {
        Set<LocationProblem> problems = problems(storeId, before, draft);
        if (!problems.isEmpty()) {
            throw new Invalid(problems);
        }
    }

    private static Map<String, String> differences(LocationDraft before, LocationDraft after) {
        Map<String, String> values = new LinkedHashMap<>();
        if (!before.code().equals(after.code())) {
            values.put("code", JsonCopy.quoted(after.code()));
        }
        if (!before.description().equals(after.description())) {
            values.put("Description", JsonCopy.quoted(after.description()));
        }
        if (!Objects.equals(before.typeId(), after.typeId())) {
            values.put("type_ID", JsonCopy.quoted(Objects.requireNonNullElse(after.typeId(), "")));
        }
        if (before.volume().compareTo(after.volume()) != 0) {
            values.put("Volume", number(after.volume()));
        }
        if (before.onHold() != after.onHold()) {
            values.put("hold", Boolean.toString(after.onHold()));
        }
        return values;
    }

    private static String number(BigDecimal volume) {
        return volume.signum() == 0 ? "0" : volume.stripTrailingZeros().toPlainString();
    }

    /** The record, unless it is another version than the one that was read. */
    private String unchanged(Location read, Optional<String> now) {
        boolean same = locations
                .findById(read.id())
                .filter(row -> row.version() == read.version())
                .isPresent();
        return now.filter(record -> same).orElseThrow(() -> new LocationChanged(read.id()));
    }
}
