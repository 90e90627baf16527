package org.relais.catalogue;

import java.util.Objects;

/**
 * One thing that is wrong with a record.
 *
 * @param kind what kind of thing
 * @param field the key it is about, parts of nested objects joined by dots; empty when it is about the record as a whole
 * @param detail what was found and what is expected, for a person with knowledge of the network, in English
 */
public record Problem(ProblemKind kind, String field, String detail) {

    public Problem {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(field, "field");
        Objects.requireNonNull(detail, "detail");
    }

    @Override
    public String toString() {
        return field.isEmpty() ? detail : field + ": " + detail;
    }
}
