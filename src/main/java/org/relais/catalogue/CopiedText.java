package org.relais.catalogue;

import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * JSON text while it is being copied, up to a limit of the memory that it may take. What was copied lies in pieces until the end, as
 * one that grows would need three times its memory now and then. Written to as a writer, it takes the inside of a JSON string.
 */
final class CopiedText extends Writer {

    private static final int PIECE = 64 * 1024;
    private static final int FIRST = 512;
    private static final int HIGHEST_LATIN = 0xff;
    private static final char NOTHING = 0;

    private final long most;
    private final List<String> pieces = new ArrayList<>(0);
    private StringBuilder piece = new StringBuilder(FIRST);
    private long characters;

    /** All characters seen so far, one upon the other: whether Java needs one byte for each of them or two. */
    private int seen;

    /** The first half of a pair whose second half is still to come. */
    private char half;

    private boolean over;

    /** @param most how many bytes of memory the text may take */
    CopiedText(long most) {
        this.most = most;
    }

    @Override
    public CopiedText append(char one) {
        if (!over) {
            piece.append(one);
            if (piece.length() >= PIECE) {
                sealed();
            }
        }
        return this;
    }

    CopiedText append(String text) {
        if (!over) {
            piece.append(text);
            sealed();
        }
        return this;
    }

    /** Opens or closes a JSON string. */
    CopiedText quote() {
        loneHalf();
        return append('"');
    }

    /** Appends a JSON string as a whole. Nearly every name is one that needs no escape. */
    CopiedText name(String name) {
        quote();
        if (isPlain(name)) {
            append(name);
        } else {
            write(name, 0, name.length());
        }
        return quote();
    }

    private static boolean isPlain(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c < ' ' || c >= 0x7f || c == '"' || c == '\\') {
                return false;
            }
        }
        return true;
    }

    @Override
    public void write(char[] text, int offset, int length) {
        if (over || length == 0) {
            return;
        }
        int from = offset;
        if (half != NOTHING) {
            if (Character.isLowSurrogate(text[offset])) {
                piece.append(half).append(text[offset]);
                seen |= half;
                half = NOTHING;
                from++;
            } else {
                loneHalf();
            }
        }
        int end = offset + length;
        if (from < end && Character.isHighSurrogate(text[end - 1])) {
            end--;
            half = text[end];
        }
        int start = from;
        while (start < end && !over) {
            int stop = Math.min(end, start + PIECE);
            if (stop < end && Character.isHighSurrogate(text[stop - 1])) {
                stop++;
            }
            seen |= JsonCopy.escape(piece, text, start, stop);
            sealed();
            start = stop;
        }
    }

    /** What it is given has no end within a pair. */
    @Override
    public void write(String text, int offset, int length) {
        write(text.toCharArray(), offset, length);
    }

    private void loneHalf() {
        if (half != NOTHING && !over) {
            JsonCopy.escape(piece, new char[] {half}, 0, 1);
        }
        half = NOTHING;
    }

    private void sealed() {
        if (memory() > most) {
            over = true;
            pieces.clear();
            piece = new StringBuilder(0);
        } else if (piece.length() >= PIECE) {
            characters += piece.length();
            pieces.add(piece.toString());
            piece.setLength(0);
        }
    }

    private long memory() {
        return (characters + piece.length()) * (seen > HIGHEST_LATIN ? 2 : 1);
    }

    /** Whether the text is larger than it may be; nothing of it is kept then. */
    boolean isOver() {
        return over;
    }

    /** The text, or empty when it was larger than it may be. */
    Optional<String> text() {
        sealed();
        if (over) {
            return Optional.empty();
        }
        if (pieces.isEmpty()) {
            return Optional.of(piece.toString());
        }
        pieces.add(piece.toString());
        piece = new StringBuilder(0);
        return Optional.of(String.join("", pieces));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
}
