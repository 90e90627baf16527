package org.relais.people;

/** What others typed or sent, as the log takes it: on one line and in reasonable length. */
public final class Printable {

    private static final int LONGEST = 200;

    private Printable() {}

    /** The text without what cannot be printed, cut after 200 characters. */
    public static String of(String text) {
        String line = text.replaceAll("\\p{C}", "?");
        return line.codePointCount(0, line.length()) > LONGEST
                ? line.substring(0, line.offsetByCodePoints(0, LONGEST)) + "..."
                : line;
    }
}
