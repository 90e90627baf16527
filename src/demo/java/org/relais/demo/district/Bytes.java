package org.relais.demo.district;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.relais.catalogue.JsonCopy;

/** A growing array of bytes that numbers and texts are written into without an object for each. */
public final class Bytes {
    private static final byte[] UPPER_HEX = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] LOWER_HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private byte[] array;
    private int length;

    /** @param capacity how many bytes fit before it has to grow */
    public Bytes(int capacity) {
        array = new byte[capacity];
    }

    /** A text in UTF-8. */
    public static Bytes of(String text) {
        Bytes bytes = new Bytes(text.length() + 16);
        bytes.append(text);
        return bytes;
    }

    /** How many bytes were written. */
    public int length() {
        return length;
    }

    /** The bytes as they are. */
    public Bytes append(byte[] more) {
        reserve(more.length);
        System.arraycopy(more, 0, array, length, more.length);
        length += more.length;
        return this;
    }

    /** The text in UTF-8. */
    public Bytes append(String text) {
        return append(text.getBytes(StandardCharsets.UTF_8));
    }

    /** One character of ASCII. */
    public Bytes append(char ascii) {
        reserve(1);
        array[length++] = (byte) ascii;
        return this;
    }

    /** The number in decimal. */
    public Bytes append(long number) {
        return append(number, 1);
    }

    /** The number in decimal, with zeros in front up to that many digits. */
    public Bytes append(long number, int digits) {
        if (number < 0) {
            append('-');
            return append(-number, digits);
        }
        int size = 1;
        for (long rest = number; rest >= 10; rest /= 10) {
            size++;
        }
        size = Math.max(size, digits);
        reserve(size);
        long rest = number;
        for (int at = length + size - 1; at >= length; at--) {
            array[at] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        length += size;
        return this;
    }

    /** The highest digits of the number in hexadecimal. */
    public Bytes appendHex(long number, int digits, boolean upperCase) {
        byte[] hex = upperCase ? UPPER_HEX : LOWER_HEX;
        reserve(digits);
        for (int digit = 0; digit < digits; digit++) {
            array[length++] = hex[(int) (number >>> (60 - 4 * digit)) & 15];
        }
        return this;
    }

    /** The text as a JSON string with its quotes. */
    public Bytes appendJson(String text) {
        return append(JsonCopy.quoted(text));
    }

    /** Writes the bytes of a range, its end not included. */
    public void writeTo(OutputStream out, int from, int to) throws IOException {
        out.write(array, from, to - from);
    }

    /** A copy of what was written. */
    public byte[] toByteArray() {
        return Arrays.copyOf(array, length);
    }

    /** The text written since a position. */
    public String textFrom(int from) {
        return new String(array, from, length - from, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return textFrom(0);
    }

    private void reserve(int more) {
        if (array.length - length < more) {
            array = Arrays.copyOf(array, Math.max(array.length * 2, length + more));
        }
    }
}
