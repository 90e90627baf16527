package org.relais.central;

import java.io.IOException;
import java.io.InputStream;

/**
 * JSON in UTF-8 on its way to a parser, of which no single text, name or number is longer than a parser can hold: what is beyond
 * that is left out of it, and {@link #cut()} tells so. The parser holds each whole, and can neither be stopped within one nor go on
 * after it gave one up.
 *
 * <p>Whatever is left out, whole characters remain. Whether what remains is UTF-8 is for others to see.
 */
final class LongTokens extends InputStream {

    /** No parser looks ahead so far, so that whoever reads a token knows whether it was this one that was cut. */
    private static final int LONGEST_NUMBER = 64 * 1024;

    private static final int AFTER_BACKSLASH = -1;
    private static final int HEX_DIGITS = 4;

    private final InputStream in;
    private final int longest;
    private boolean inText;
    private boolean cut;

    /** Within a text: how much of an escape is still to come. */
    private int escape;

    /** How many characters there were of the text, or how many digits without a break. */
    private int length;

    /** Whether the rest of the text is left out. */
    private boolean cutting;

    /** @param longest how many characters of a text or name are let through, at least as many as a parser looks ahead */
    LongTokens(InputStream in, int longest) {
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
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int wanted) throws IOException {
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

    /** Moves what is let through together; returns where it ends. */
    private int keep(byte[] target, int from, int end) {
        int to = harmless(target, from, end);
        int i = to;
        while (i < end) {
            int plain = inText && escape == 0 ? plainText(target, i, end) : i;
            if (plain > i) {
                if (to != i) {
                    System.arraycopy(target, i, target, to, plain - i);
                }
                to += plain - i;
                i = plain;
            } else {
                byte next = target[i++];
                if (inText ? keepInText(next) : keepBetween(next)) {
                    target[to++] = next;
                }
            }
        }
        return to;
    }

    /**
     * How far nothing can be too long, whatever it is: up to the last quote, as nearly everywhere in nearly every answer. What an
     * answer costs is mostly read here, and counted many at a time.
     */
    private int harmless(byte[] target, int from, int end) {
        int after = end;
        while (after > from && target[after - 1] != '"') {
            after--;
        }
        if (after == from
                || escape != 0
                || length + (after - from) > LONGEST_NUMBER
                || ManyBytes.count(target, from, after, '\\') > 0) {
            return from;
        }
        boolean odd = ManyBytes.count(target, from, after, '"') % 2 == 1;
        inText ^= odd;
        cutting = false;
        length = 0;
        return after;
    }

    /** How far a text of ASCII goes on that is let through as it is. */
    private int plainText(byte[] target, int from, int end) {
        int stop = Math.min(end, from + longest - Math.min(length, longest));
        int i = from;
        while (i < stop && target[i] >= 0 && target[i] != '"' && target[i] != '\\') {
            i++;
        }
        length += i - from;
        return i;
    }

    private boolean keepInText(byte next) {
        int begun = charactersBegunBy(next);
        if (begun == 0) {
            return !cutting;
        }
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
        length += begun;
        if (length > longest && (cutting || whole)) {
            cutting = true;
            cut = true;
            return false;
        }
        return true;
    }

    /** Java needs two for what takes four bytes; the second and further bytes of a character begin none. */
    private static int charactersBegunBy(byte next) {
        if ((next & 0xc0) == 0x80) {
            return 0;
        }
        return (next & 0xf8) == 0xf0 ? 2 : 1;
    }

    private boolean keepBetween(byte next) {
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
