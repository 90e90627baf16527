package org.relais.locations;

import org.relais.vocabulary.Keyed;

/** What can be wrong with a location that a person describes. */
public enum LocationProblem implements Keyed {
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
    @Override
    public String key() {
        return "locations.problem." + Keyed.super.key();
    }
}
