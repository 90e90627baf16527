package org.relais.catalogue;

/** What can be wrong with one record by itself. */
public enum ProblemKind {
    /** The text is no JSON, or nested too deeply, or holds a number or text of absurd length. */
    BROKEN_JSON,
    /** The text is JSON, but not one object. */
    NOT_AN_OBJECT,
    /** A key that has to be there is not. */
    MISSING_FIELD,
    /** A value that has to be set is null. */
    NULL_FIELD,
    /** The value is of another type, or a number out of range. */
    WRONG_TYPE,
    /** The text is none of those that the field knows. */
    NOT_LISTED,
    /** The text is no date, or no date and time, of the form that the field asks for. */
    BAD_DATE,
    /** A reference that has to lead to a record is an empty text. */
    EMPTY_REFERENCE,
    /** A key that the type knows is there twice, so nobody can say which value counts. */
    REPEATED_FIELD
}
