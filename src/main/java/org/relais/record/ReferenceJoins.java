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
            sql.append("left join record_entry ")
                    .append(alias(r))
                    .append(" on ")
                    .append(alias(r))
                    .append(".type = ")
                    .append(literal(references.get(r).table()))
                    .append(" and ")
                    .append(alias(r))
                    .append(".id = ")
                    .append(column(r))
                    .append('\n');
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

    /** The table of the first missing record. */
    String missingTable() {
        return firstMissing(r -> literal(references.get(r).table()));
    }

    /** The id of the first missing record. */
    String missingId() {
        return firstMissing(ReferenceJoins::column);
    }

    private String firstMissing(IntFunction<String> value) {
        return IntStream.range(0, references.size())
                .mapToObj(r -> "when " + missing(r) + " then " + value.apply(r))
                .collect(Collectors.joining(" ", "case ", " end"));
    }

    private String missing(int reference) {
        return "(" + column(reference) + " is not null and " + alias(reference) + ".id is null)";
    }

    private static String column(int reference) {
        return "i.ref" + (reference + 1);
    }

    private static String alias(int reference) {
        return "r" + (reference + 1);
    }

    private static String literal(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "''") + "'";
    }
}
