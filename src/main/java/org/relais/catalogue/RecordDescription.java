package org.relais.catalogue;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.relais.catalogue.push.Moment;

/**
 * One entry of record-types.yaml, checked by itself.
 *
 * @param line where the entry begins
 * @param after the tables it names as integrated before it
 * @param moments the points in time it spells twice
 * @param checkedWhen which records are held against the description; empty for all
 * @param foreignKey a key that only records of another type with the same table have
 * @param title the keys that make a person recognise a record; empty when there are none
 * @param titleForEverybody whether whoever signed in may see the title
 */
record RecordDescription(
        String table,
        int line,
        Set<Channel> channels,
        Set<String> after,
        Optional<OwnerStore> owner,
        Deletion deletion,
        boolean merges,
        PushDescription push,
        List<Moment> moments,
        List<Condition> conditions,
        Optional<Condition.When> checkedWhen,
        Optional<String> foreignKey,
        List<Field> title,
        boolean titleForEverybody,
        FieldSet fields) {

    Stream<Field> references() {
        return fields.all().filter(field -> field.target().isPresent());
    }

    Stream<Field> blockingReferences() {
        return references().filter(field -> field.target().orElseThrow().waits());
    }

    /** The tables that are integrated before it: those it names and those it waits for. */
    Set<String> before() {
        Set<String> tables = new LinkedHashSet<>(after);
        blockingReferences().map(field -> field.target().orElseThrow().table()).forEach(tables::add);
        return tables;
    }
}
