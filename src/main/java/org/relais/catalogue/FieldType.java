package org.relais.catalogue;

/** The form of a value, as the head of record-types.yaml explains. */
enum FieldType {
    TEXT("a text"),
    NUMBER("a number"),
    INTEGER("a whole number without fraction"),
    BOOLEAN("true or false"),
    DATE("a date"),
    DATETIME("a date and time"),
    TIME("whole seconds since midnight"),
    ENUM("a text"),
    OBJECT("an object"),
    MAP("an object"),
    LIST("a list"),
    ANY("any value");

    private final String words;

    FieldType(String words) {
        this.words = words;
    }

    /** What a value of it is, for a message. */
    String words() {
        return words;
    }

    /** Whether a value of it says something to a person by itself. */
    boolean canBeShown() {
        return switch (this) {
            case TEXT, NUMBER, INTEGER, DATE, DATETIME, ENUM -> true;
            case BOOLEAN, TIME, OBJECT, MAP, LIST, ANY -> false;
        };
    }

    /** Whether an empty text can stand for no value. */
    boolean canBeEmpty() {
        return this == TEXT || this == DATE || this == DATETIME || this == ENUM || this == OBJECT;
    }
}
