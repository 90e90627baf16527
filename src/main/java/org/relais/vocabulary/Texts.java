package org.relais.vocabulary;

/** Lengths of texts as the database counts them: in characters, where Java counts a rare one twice. */
public final class Texts {

    private Texts() {}

    public static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    public static String cut(String text, int longest) {
        return text.length() <= longest || length(text) <= longest
                ? text
                : text.substring(0, text.offsetByCodePoints(0, longest));
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
