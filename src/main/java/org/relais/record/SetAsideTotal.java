package org.relais.record;

/**
 * How many records are set aside: the one number of them, told the same wherever it is told.
 *
 * @param toReport those that need somebody: they came in and are wrong, or were changed here and cannot be sent
 * @param waiting those that need nobody: they wait for other records, or for a version of the program that knows their table
 */
public record SetAsideTotal(long toReport, long waiting) {

    /** None is set aside. */
    public static final SetAsideTotal NONE = new SetAsideTotal(0, 0);

    /** All of them. */
    public long all() {
        return toReport + waiting;
    }
}
