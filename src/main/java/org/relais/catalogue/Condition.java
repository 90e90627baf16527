package org.relais.catalogue;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What has to hold between fields of one record. Values are given as texts, null for unset ones. */
sealed interface Condition {

    /** The paths of the fields it looks at. */
    List<String> fields();

    /** What is wrong, if anything. */
    Optional<Problem> judge(FieldValues values);

    /** The values of the fields that conditions look at. */
    @FunctionalInterface
    interface FieldValues {

        /** The value as text, null when it is unset. */
        String get(String path);
    }

    /** A record whose field has one of some values. */
    record When(String field, Set<String> is) {

        boolean holds(FieldValues values) {
            String value = values.get(field);
            return value != null && is.contains(value);
        }
    }

    /** One field needs another one as soon as it is set, or, where values are given, has one of them. */
    record Needs(String field, Set<String> is, String needed) implements Condition {

        @Override
        public List<String> fields() {
            return List.of(field, needed);
        }

        @Override
        public Optional<Problem> judge(FieldValues values) {
            String value = values.get(field);
            boolean asked = value != null && (is.isEmpty() || is.contains(value));
            return asked && values.get(needed) == null
                    ? Optional.of(
                            new Problem(ProblemKind.NULL_FIELD, needed, "has to be set when " + field + " is " + value))
                    : Optional.empty();
        }
    }

    /** In some records a field allows only some of its texts. */
    record OneOf(String field, Set<String> allowed, When when) implements Condition {

        @Override
        public List<String> fields() {
            return List.of(field, when.field());
        }

        @Override
        public Optional<Problem> judge(FieldValues values) {
            String value = values.get(field);
            return value != null && !allowed.contains(value) && when.holds(values)
                    ? Optional.of(new Problem(
                            ProblemKind.NOT_LISTED,
                            field,
                            "\"" + value + "\" is none of " + allowed + " when " + when.field() + " is "
                                    + values.get(when.field())))
                    : Optional.empty();
        }
    }

    /** A point in time that has to be there in one of its two spellings. */
    record AnyOf(List<String> fields) implements Condition {

        @Override
        public Optional<Problem> judge(FieldValues values) {
            return fields.stream().allMatch(field -> values.get(field) == null)
                    ? Optional.of(new Problem(
                            ProblemKind.NULL_FIELD,
                            fields.getFirst(),
                            "one of " + String.join(", ", fields) + " has to be set"))
                    : Optional.empty();
        }
    }
}
