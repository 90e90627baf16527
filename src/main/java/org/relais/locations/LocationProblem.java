package org.relais.locations;

import java.util.Locale;

/** What can be wrong with a location that a person describes. */
public enum LocationProblem {
    CODE_EMPTY(Field.CODE),
    CODE_TOO_LONG(Field.CODE),
    CODE_TAKEN(Field.CODE),
    DESCRIPTION_TOO_LONG(Field.DESCRIPTION),
    TYPE_UNKNOWN(Field.TYPE),
    VOLUME_MISSING(Field.VOLUME),
    VOLUME_NEGATIVE(Field.VOLUME),
    VOLUME_TOO_LARGE(Field.VOLUME);

    /** The part of the form that a problem is about. */
    public enum Field {
        CODE,
        DESCRIPTION,
        TYPE,
        VOLUME
    }

    private final Field field;

    LocationProblem(Field field) {
        this.field = field;
    }

    /** The part of the form that it is about. */
    public Field field() {
        return field;
    }

    /** The key of its text in the translations. */
    public String key() {
        return "locations.problem." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
