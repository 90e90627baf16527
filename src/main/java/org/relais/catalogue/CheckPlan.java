package org.relais.catalogue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The description of a type, prepared for passes over the texts of its records. Immutable once made. */
final class CheckPlan {

    /** A field with the place where its value is kept during a pass, -1 when nobody asks for it. */
    record Key(Field field, int position, int slot, Keys parts, Key element) {}

    /** The keys of an object. */
    record Keys(Map<String, Key> byName, List<Key> inOrder, long required) {}

    private final RecordDescription description;
    /** The fields whose values are kept during a pass: the references first, in their order. */
    private final Map<String, Integer> slots = new HashMap<>();

    private final Keys root;
    private final List<Field> references;
    private final List<String> noReferences;
    private final List<Integer> namedSlots;
    private final List<String> namesNone;
    private final List<Integer> parentSlots;
    private final int storeSlot;

    CheckPlan(RecordDescription description) {
        this.description = description;
        this.references = description.blockingReferences().toList();
        this.noReferences = Arrays.asList(new String[references.size()]);
        references.forEach(field -> slots.put(field.path(), slots.size()));
        List<String> parents = description.owner().map(CheckPlan::parents).orElse(List.of());
        Optional<String> store = description.owner().flatMap(CheckPlan::storeField);
        parents.forEach(path -> slots.putIfAbsent(path, slots.size()));
        store.ifPresent(path -> slots.putIfAbsent(path, slots.size()));
        description
                .conditions()
                .forEach(condition -> condition.fields().forEach(path -> slots.putIfAbsent(path, slots.size())));
        description.checkedWhen().ifPresent(when -> slots.putIfAbsent(when.field(), slots.size()));
        List<Field> named = description.references().toList();
        named.forEach(field -> slots.putIfAbsent(field.path(), slots.size()));
        this.namedSlots = named.stream().map(field -> slots.get(field.path())).toList();
        this.namesNone = Arrays.asList(new String[named.size()]);
        this.parentSlots = parents.stream().map(slots::get).toList();
        this.storeSlot = store.map(slots::get).orElse(-1);
        this.root = keys(description.fields());
    }

    private static List<String> parents(OwnerStore owner) {
        return owner instanceof OwnerStore.OfParent parent
                ? parent.references().stream().map(Reference::field).toList()
                : List.of();
    }

    private static Optional<String> storeField(OwnerStore owner) {
        return owner instanceof OwnerStore.OwnField own ? Optional.of(own.field()) : Optional.empty();
    }

    private Keys keys(FieldSet set) {
        List<Key> inOrder = new ArrayList<>();
        Map<String, Key> byName = new HashMap<>();
        long required = 0;
        for (Field field : set.fields()) {
            Key key = key(field, inOrder.size());
            inOrder.add(key);
            byName.put(field.name(), key);
            if (field.presence().keyRequired()) {
                required |= 1L << key.position();
            }
        }
        return new Keys(byName, inOrder, required);
    }

    private Key key(Field field, int position) {
        return new Key(
                field,
                position,
                slots.getOrDefault(field.path(), -1),
                keys(field.parts()),
                field.element().map(element -> key(element, 0)).orElse(null));
    }

    Keys root() {
        return root;
    }

    /** The references that must be there first; their values are in the first slots. */
    List<Field> references() {
        return references;
    }

    /** What {@link CheckedRecord#references()} is where none is named. */
    List<String> noReferences() {
        return noReferences;
    }

    /** Where the values of all references are, in their order. */
    List<Integer> namedSlots() {
        return namedSlots;
    }

    /** What {@link CheckedRecord#named()} is where nothing is named. */
    List<String> namesNone() {
        return namesNone;
    }

    /** Where the values of the parents that know the owner store are. */
    List<Integer> parentSlots() {
        return parentSlots;
    }

    /** Where the value of the record's own owner store is; -1 when it names none. */
    int storeSlot() {
        return storeSlot;
    }

    int slot(String path) {
        return slots.get(path);
    }

    int slotCount() {
        return slots.size();
    }

    List<Condition> conditions() {
        return description.conditions();
    }

    /** Which records are held against the description at all; empty for all. */
    Optional<Condition.When> checkedWhen() {
        return description.checkedWhen();
    }

    /** Whether a key that the type does not know says that the record is another type's with the same table. */
    boolean isForeign(String key) {
        return description.foreignKey().isPresent()
                && description.foreignKey().get().equals(key);
    }
}
