package org.relais.record;

import java.util.Arrays;
import org.relais.catalogue.ProblemKind;
import org.relais.vocabulary.Keyed;

/** What kind of reason keeps a record from being stored or sent. The names are those in the database and the HTTP interface. */
public enum ReasonKind implements Keyed {
    /** A record that it refers to is not there; tried again by itself when it arrives. */
    REFERENCE_MISSING,
    /** This version does not know the table. */
    UNKNOWN_TYPE,
    /** The record's id is empty, or longer than 255 characters. */
    BAD_ID,
    /** The record is larger than this process or the database can hold. Its text was not kept. */
    TOO_LARGE,
    /** Records of this type are never deleted by a central server, and this one must not be. */
    DELETE_REFUSED,
    /** Deleting is not foreseen for this type. */
    DELETE_UNSUPPORTED,
    /** Merging is not foreseen for this type. */
    MERGE_UNSUPPORTED,
    /** A merge that does not name the two records. */
    MERGE_UNREADABLE,
    /** The record belongs to a store of another site. */
    FOREIGN_STORE,
    /** A central server refused the record. */
    RECORD_REFUSED,
    /** The database refused the record. */
    DATABASE,
    /** The program failed on the record. */
    FAULT,
    /** {@link ProblemKind#BROKEN_JSON}. */
    BROKEN_JSON,
    /** {@link ProblemKind#NOT_AN_OBJECT}. */
    NOT_AN_OBJECT,
    /** {@link ProblemKind#MISSING_FIELD}. */
    MISSING_FIELD,
    /** {@link ProblemKind#NULL_FIELD}. */
    NULL_FIELD,
    /** {@link ProblemKind#WRONG_TYPE}. */
    WRONG_TYPE,
    /** {@link ProblemKind#NOT_LISTED}. */
    NOT_LISTED,
    /** {@link ProblemKind#BAD_DATE}. */
    BAD_DATE,
    /** {@link ProblemKind#EMPTY_REFERENCE}. */
    EMPTY_REFERENCE,
    /** {@link ProblemKind#REPEATED_FIELD}. */
    REPEATED_FIELD,
    /** One that another version of the program wrote and this one does not know. */
    OTHER;

    static ReasonKind of(ProblemKind problem) {
        return switch (problem) {
            case BROKEN_JSON -> BROKEN_JSON;
            case NOT_AN_OBJECT -> NOT_AN_OBJECT;
            case MISSING_FIELD -> MISSING_FIELD;
            case NULL_FIELD -> NULL_FIELD;
            case WRONG_TYPE -> WRONG_TYPE;
            case NOT_LISTED -> NOT_LISTED;
            case BAD_DATE -> BAD_DATE;
            case EMPTY_REFERENCE -> EMPTY_REFERENCE;
            case REPEATED_FIELD -> REPEATED_FIELD;
        };
    }

    /** The kind that the database has under a name. */
    static ReasonKind named(String name) {
        return Arrays.stream(values())
                .filter(kind -> kind.name().equals(name))
                .findFirst()
                .orElse(OTHER);
    }
}
