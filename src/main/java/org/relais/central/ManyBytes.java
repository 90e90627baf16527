package org.relais.central;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Looks at eight bytes at a time, as one number: every byte of every answer goes through here. */
final class ManyBytes {

    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());

    private static final long ONES = 0x0101_0101_0101_0101L;
    private static final long ALL_BUT_HIGHEST = 0x7f7f_7f7f_7f7f_7f7fL;

    private ManyBytes() {}

    /**
     * How often a byte comes between two places.
     *
     * @param wanted an ASCII character
     * @param end the first place that does not count
     */
    static int count(byte[] bytes, int from, int end, char wanted) {
        long each = wanted * ONES;
        int count = 0;
        int i = from;
        for (; i <= end - Long.BYTES; i += Long.BYTES) {
            count += Long.bitCount(highestOfZeros((long) EIGHT.get(bytes, i) ^ each));
        }
        for (; i < end; i++) {
            count += bytes[i] == wanted ? 1 : 0;
        }
        return count;
    }

    /** The highest bit of every byte that is zero. Adding to the lower bits only, no byte carries over into the next. */
    private static long highestOfZeros(long eight) {
        return ~((eight & ALL_BUT_HIGHEST) + ALL_BUT_HIGHEST | eight | ALL_BUT_HIGHEST);
    }
}
