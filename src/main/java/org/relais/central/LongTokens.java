package org.relais.central;

import java.io.IOException;
import java.io.Reader;

/**
 * JSON on its way to a parser, of which no single text, name or number is longer than a parser can hold: what is beyond that is
 * left out of it, and {@link #cut()} tells so. The parser holds each whole, and can neither be stopped within one nor go on after it
 * gave one up.
 */
final class LongTokens extends Reader {

    /** No parser looks ahead so far, so that whoever reads a token knows whether it was this one that was cut. */
    private static final int LONGEST_NUMBER = 64 * 1024;

    private static final int AFTER_BACKSLASH = -1;
    private static final int HEX_DIGITS = 4;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final Reader in;
    private final int longest;
    private boolean begun;
    private boolean inText;
    private boolean cut;

    /** Within a text: how much of an escape is still to come. */
    private int escape;

    /** How much there was of the text, or of digits without a break. */
    private int length;

    /** Whether the rest of the text is left out. */
    private boolean cutting;

    /** @param longest how many characters of a text or name are let through, at least as many as a parser looks ahead */
    LongTokens(Reader in, int longest) {
        this.in = in;
        this.longest = Math.max(longest, LONGEST_NUMBER);
    }

    /** Whether something was left out since the last call of {@link #nextPiece()}. */
    boolean cut() {
        return cut;
    }

    void nextPiece() {
        cut = false;
    }

    @Override
    public int read(char[] target, int offset, int wanted) throws IOException {
        int kept = 0;
        while (kept == 0) {
            int count = in.read(target, offset, wanted);
            if (count <= 0) {
                return count;
            }
            kept = keep(target, offset, offset + count) - offset;
        }
        return kept;
    }

    /** Moves what is let through together; returns where it ends. Nearly all is: what an answer costs is mostly read here. */
    private int keep(char[] target, int from, int end) {
        int to = from;
        int i = from;
        while (i < end) {
            int plain = inText && escape == 0 ? plainText(target, i, end) : i;
            if (plain > i) {
                if (to != i) {
                    System.arraycopy(target, i, target, to, plain - i);
                }
                to += plain - i;
                i = plain;
            } else {
                char next = target[i++];
                if (inText ? keepInText(next) : keepBetween(next)) {
                    target[to++] = next;
                }
            }
        }
        return to;
    }

    /** How far a text goes on that is let through as it is. */
    private int plainText(char[] target, int from, int end) {
        int stop = Math.min(end, from + longest - Math.min(length, longest));
        int i = from;
        while (i < stop && target[i] != '"' && target[i] != '\\') {
            i++;
        }
        length += i - from;
        return i;
    }

    private boolean keepInText(char next) {
        boolean whole = escape == 0;
        if (escape > 0) {
            escape--;
        } else if (escape == AFTER_BACKSLASH) {
            escape = next == 'u' ? HEX_DIGITS : 0;
        } else if (next == '\\') {
            escape = AFTER_BACKSLASH;
        } else if (next == '"') {
            inText = false;
            length = 0;
            return true;
        }
        length++;
        if (length > longest && (cutting || whole)) {
            cutting = true;
            cut = true;
            return false;
        }
        return true;
    }

    private boolean keepBetween(char next) {
        if (!begun) {
            begun = true;
            if (next == BYTE_ORDER_MARK) {
                return false;
            }
        }
        if (next == '"') {
            inText = true;
            cutting = false;
            escape = 0;
            length = 0;
            return true;
        }
        boolean digit = next >= '0' && next <= '9';
        if (!digit) {
            length = 0;
            return true;
        }
        length++;
        if (length > LONGEST_NUMBER) {
            cut = true;
            return false;
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
