package org.relais.doctor;

/** What came of a check. */
public sealed interface Finding {

    /** Which check; never null. */
    CheckName check();

    /** What it means and what to do; never null. */
    Words words();

    /** All is well. */
    record Well(CheckName check, Words words) implements Finding {}

    /** It works, and somebody should look at it. */
    record LookAtIt(CheckName check, Words words) implements Finding {}

    /** It does not work. */
    record Broken(CheckName check, Words words) implements Finding {}

    /** It is not possible to say: what it needs failed before, it took too long, or it cannot be known from here. */
    record Unknown(CheckName check, Words words) implements Finding {}

    /** Whether checks that need this one are worth trying. */
    default boolean carries() {
        return switch (this) {
            case Well well -> true;
            case LookAtIt look -> true;
            case Broken broken -> false;
            case Unknown unknown -> false;
        };
    }

    /** Its word outside of the program, as in the translations under {@code doctor.state.<word>}. */
    default String state() {
        return switch (this) {
            case Well well -> "well";
            case LookAtIt look -> "look";
            case Broken broken -> "broken";
            case Unknown unknown -> "unknown";
        };
    }
}
