package org.relais.record.projection;

/** SQL that reads a field of a record, whose text is {@code c.data}. */
final class FieldSql {

    /** A half of a surrogate pair: the only ones that are kept as escapes. MariaDB reads no further than to the first of them. */
    private static final String HALF_PAIRS = literal("\\\\u[dD][89a-fA-F][0-9a-fA-F]{2}");

    private static final String REPLACEMENT = literal("\uFFFD");

    private FieldSql() {}

    /** The value of a field as text; null for objects and lists. */
    static String value(String field) {
        String path = literal(path(field));
        return "coalesce(json_value(c.data, " + path
                + "), case when not json_valid(c.data) then json_value(regexp_replace(c.data, " + HALF_PAIRS + ", "
                + REPLACEMENT + "), " + path + ") end)";
    }

    /** A text cut to a length, as a type that the database keeps in memory. */
    static String text(String value, int length) {
        return "cast(left(" + value + ", " + length + ") as char(" + length + "))";
    }

    static String literal(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "''") + "'";
    }

    private static String path(String field) {
        return "$.\"" + field.replace("\\", "\\\\").replace("\"", "\\\"").replace(".", "\".\"") + "\"";
    }
}
