package org.relais.record.projection;

import java.util.Objects;

/**
 * A column of a projection and how its value comes from a record. The value is never a reason not to store a record: whatever
 * the column cannot hold becomes null. So do objects and lists, and what MariaDB cannot read: a key below 32 levels of nesting, or
 * behind such a value. Of a key that comes twice the first value counts. A text, a number, and true and false (as 1 and 0) are
 * taken for each other where they read alike.
 *
 * @param name the column's name
 * @param expression SQL over the record: its entry {@code e} and its text {@code c.data}
 */
public record Column(String name, String expression) {

    /** Digits before and after the point, and an exponent that a double has for sure. */
    private static final String NUMBER = "^-?[0-9]{1,100}([.][0-9]{1,100})?([eE][-+]?[0-9]{1,2})?$";

    private static final int LONGEST_ID = 255;

    private static final String ID = "(?s)^.{1,255}\\z";

    /** Seconds of a day. */
    private static final String TIME_OF_DAY = "^([0-9]{1,4}|[0-7][0-9]{4}|8[0-5][0-9]{3}|86[0-3][0-9]{2})$";

    public Column {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(expression, "expression");
    }

    /**
     * A text, cut to the column's length.
     *
     * @param field the key; parts of a nested object as {@code oms_fields.campaign_id}
     * @param length of the column, in characters
     */
    public static Column text(String name, String field, int length) {
        return new Column(name, FieldSql.text(FieldSql.value(field), length));
    }

    /** The id of another record ({@code varchar(255)}); null for an empty text, and for one that is too long for an id. */
    public static Column id(String name, String field) {
        return new Column(name, FieldSql.text(FieldSql.matching(field, ID), LONGEST_ID));
    }

    /** A number ({@code double}). */
    public static Column number(String name, String field) {
        return new Column(name, "cast(" + FieldSql.matching(field, NUMBER) + " as double)");
    }

    /**
     * A moment ({@code bigint}, seconds since 1970, UTC) that is spelled twice: as a datetime, which wins, and as a day with the
     * seconds since its midnight.
     *
     * @param datetime the key of the datetime
     * @param day the key of the day
     * @param time the key of the time of day; what is none counts as midnight
     */
    public static Column moment(String name, String datetime, String day, String time) {
        return new Column(
                name,
                "coalesce(" + FieldSql.datetime(datetime) + ", " + FieldSql.day(day) + " + coalesce(cast("
                        + FieldSql.matching(time, TIME_OF_DAY) + " as signed), 0))");
    }

    /** Whether the field is true ({@code boolean}, never null). */
    public static Column flag(String name, String field) {
        return new Column(name, "coalesce(" + FieldSql.value(field) + " = '1', false)");
    }

    /** The store that owns the record ({@code varchar(64)}); null when it belongs to none. */
    public static Column store(String name) {
        return new Column(name, "e.store_id");
    }

    /** Which version of the record the row was made of ({@code bigint}): another one with each that is stored. */
    public static Column version(String name) {
        return new Column(name, "e.content");
    }
}
