package org.relais.vocabulary;

/**
 * Lengths of texts as the database counts them: in characters, where Java counts a rare one twice. What is cut here never ends
 * in half of one.
 */
public final class Texts {

    private static final String GOES_ON = "…";

    private Texts() {}

    /** How many characters a text has. */
    public static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /**
     * A text's beginning.
     *
     * @param text may be null, and then stays it
     * @param longest how many characters are left of it at most
     */
    public static String cut(String text, int longest) {
        return fits(text, longest) ? text : text.substring(0, text.offsetByCodePoints(0, longest));
    }

    /**
     * A text's beginning, with an ellipsis behind it when it goes on.
     *
     * @param text may be null, and then stays it
     * @param longest how many characters are left of it at most, the ellipsis not counted
     */
    public static String excerpt(String text, int longest) {
        return fits(text, longest) ? text : cut(text, longest) + GOES_ON;
    }

    private static boolean fits(String text, int longest) {
        return text == null || text.length() <= longest || text.length() <= 2L * longest && length(text) <= longest;
    }

    /** Whether each half of a surrogate pair has its other half: no database holds a single one, and each driver replaces it in its way. */
    public static boolean isWhole(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                return text.codePoints().noneMatch(c -> Character.getType(c) == Character.SURROGATE);
            }
        }
        return true;
    }

    /** The size of a text in UTF-8, in bytes. */
    public static long bytes(String text) {
        long bytes = text.length();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            // A pair of surrogates is four bytes for two chars: two each.
            bytes += c < 0x80 ? 0 : c < 0x800 || Character.isSurrogate(c) ? 1 : 2;
        }
        return bytes;
    }
}
