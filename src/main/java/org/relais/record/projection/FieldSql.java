package org.relais.record.projection;

/** SQL that reads a field of a record, whose text is {@code c.data}. */
final class FieldSql {

    /** A half of a surrogate pair: the only ones that are kept as escapes. MariaDB reads no further than to the first of them. */
    private static final String HALF_PAIRS = literal("\\\\u[dD][89a-fA-F][0-9a-fA-F]{2}");

    private static final String REPLACEMENT = literal("\uFFFD");

    private static final String DAY = "[1-9][0-9]{3}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])";

    private static final String TIME = "([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]";

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

    /** Seconds since 1970 of a datetime without a zone; null for what is none. Its fraction of a second is left out. */
    static String datetime(String field) {
        return seconds(field, "^" + DAY + "T" + TIME, "%Y-%m-%dT%H:%i:%s");
    }

    /** Seconds since 1970 of the midnight with which a day begins; null for what is none. */
    static String day(String field) {
        return seconds(field, "^" + DAY, "%Y-%m-%d");
    }

    /** What begins otherwise is no moment, and would end the statement. A 31st of February is one of March. */
    private static String seconds(String field, String pattern, String format) {
        return "timestampdiff(second, '1970-01-01', str_to_date(" + matching(field, pattern) + ", '" + format + "'))";
    }

    /** The part of a field that matches a pattern; null where none does. */
    static String matching(String field, String pattern) {
        return "nullif(regexp_substr(" + value(field) + ", " + literal(pattern) + "), '')";
    }

    static String literal(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "''") + "'";
    }

    private static String path(String field) {
        return "$.\"" + field.replace("\\", "\\\\").replace("\"", "\\\"").replace(".", "\".\"") + "\"";
    }
}
