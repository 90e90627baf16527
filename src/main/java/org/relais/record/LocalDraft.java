package org.relais.record;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.relais.catalogue.OwnerStore;
import org.relais.catalogue.RecordKey;
import org.relais.catalogue.RecordType;
import org.relais.catalogue.Reference;

/**
 * A change that is well-formed by itself, and what it says about other records.
 *
 * @param text what the record is from now on; null when it is to be deleted
 * @param before what there is of it
 * @param storeId the store that it names as its owner itself; null when it names none
 * @param parents the ids of the records that know its owner, as in {@link OwnerStore.OfParent}
 * @param references the ids of the records that must be there, as in {@link RecordType#blockingReferences()}
 */
record LocalDraft(
        RecordKey key,
        RecordType type,
        String text,
        Before before,
        String storeId,
        List<String> parents,
        List<String> references) {

    boolean isDeletion() {
        return text == null;
    }

    /** The records that decide whether it can be stored, and whose it is. */
    Stream<RecordKey> named() {
        return Stream.concat(blocking().map(NamedRecord::key), parentKeys());
    }

    /** The records that it waits for, each with the field that names it, in the type's order. */
    List<NamedRecord> missing(Map<RecordKey, Optional<String>> there) {
        return isDeletion()
                ? List.of()
                : blocking().filter(named -> !there.containsKey(named.key())).toList();
    }

    /** The store that it belongs to; null when it belongs to none. */
    String owner(Map<RecordKey, Optional<String>> there) {
        return storeId != null
                ? storeId
                : parentKeys()
                        .map(parent -> there.getOrDefault(parent, Optional.empty()))
                        .flatMap(Optional::stream)
                        .findFirst()
                        .orElse(null);
    }

    private Stream<NamedRecord> blocking() {
        return IntStream.range(0, references.size())
                .filter(i -> references.get(i) != null)
                .mapToObj(i -> {
                    Reference reference = type.blockingReferences().get(i);
                    return new NamedRecord(reference.field(), new RecordKey(reference.table(), references.get(i)));
                });
    }

    private Stream<RecordKey> parentKeys() {
        return type.ownerStore().orElse(null) instanceof OwnerStore.OfParent owner
                ? IntStream.range(0, parents.size())
                        .filter(i -> parents.get(i) != null)
                        .mapToObj(i -> new RecordKey(owner.references().get(i).table(), parents.get(i)))
                : Stream.empty();
    }

    /**
     * Another record as this one names it.
     *
     * @param field the field that does
     */
    record NamedRecord(String field, RecordKey key) {

        NamedRecord {
            Objects.requireNonNull(field, "field");
        }
    }
}
