package org.relais.record;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.relais.catalogue.RecordType;
import org.relais.catalogue.Reference;

/**
 * The SQL that finds out which arrivals of a type refer to records that are not there, generated from the type's blocking
 * references. Outer joins, not subqueries: the server looks each id up in the primary key, and is never tempted to copy the
 * whole store into a temporary table. A deleted record that is kept counts as there.
 */
final class ReferenceJoins {

    private final List<Reference> references;

    ReferenceJoins(RecordType type) {
        this.references = type.blockingReferences();
    }

    /** Joins every record that {@code inbox i} refers to. */
    String joins() {
        var sql = new StringBuilder();
        for (int r = 0; r < references.size(); r++) {
            List<String> tables = references.get(r).tables();
            for (int t = 0; t < tables.size(); t++) {
                sql.append("left join record_entry ")
                        .append(alias(r, t))
                        .append(" on ")
                        .append(alias(r, t))
                        .append(".type = ")
                        .append(literal(tables.get(t)))
                        .append(" and ")
                        .append(alias(r, t))
                        .append(".id = ")
                        .append(column(r))
                        .append('\n');
            }
        }
        return sql.toString();
    }

    /** True where a record that {@code i} refers to is missing. */
    String anyMissing() {
        return references.isEmpty()
                ? "false"
                : IntStream.range(0, references.size())
                        .mapToObj(this::missing)
                        .collect(Collectors.joining(" or ", "(", ")"));
    }

    /** The field of the first missing reference. */
    String missingField() {
        return firstMissing(r -> literal(references.get(r).field()));
    }

    /** Table and id of the first missing record, parted by a blank. */
    String missingRecord() {
        return firstMissing(
                r -> "concat(" + literal(String.join("/", references.get(r).tables()) + " ") + ", " + column(r) + ")");
    }

    private String firstMissing(IntFunction<String> value) {
        return IntStream.range(0, references.size())
                .mapToObj(r -> "when " + missing(r) + " then " + value.apply(r))
                .collect(Collectors.joining(" ", "case ", " end"));
    }

    private String missing(int reference) {
        return IntStream.range(0, references.get(reference).tables().size())
                .mapToObj(t -> alias(reference, t) + ".id is null")
                .collect(Collectors.joining(" and ", "(" + column(reference) + " is not null and ", ")"));
    }

    private static String column(int reference) {
        return "i.ref" + (reference + 1);
    }

    private static String alias(int reference, int table) {
        return "r" + (reference + 1) + "_" + table;
    }

    private static String literal(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "''") + "'";
    }
}
