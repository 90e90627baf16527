package org.relais.demo;

import java.util.List;
import org.relais.catalogue.WireRecord;
import org.relais.demo.district.Bytes;
import org.relais.demo.district.Series;

/**
 * The change log that every site reads from the mSupply central server. Its numbers have gaps, as real ones do where
 * changes were overtaken by later ones, also between the last change and the newest number.
 */
final class CentralLog {
    private static final long FIRST = 3;
    private static final long GAP_EVERY = 1_000;
    private static final long GAP = 2;

    private final Log log;
    private final long old;

    CentralLog(List<Series> series, List<WireRecord> last) {
        log = new Log(series, last);
        old = log.size();
    }

    void add(WireRecord change) {
        log.add(change);
    }

    long size() {
        return log.size();
    }

    /** The newest number, which belongs to a change that was overtaken. */
    long maxCursor() {
        return cursor(log.size() - 1) + GAP;
    }

    /** Writes the answer to {@code central_records}: the changes after the cursor. */
    Bytes page(long cursor, long limit) {
        long size = log.size();
        long position = firstAfter(cursor, size);
        long end = Math.min(size, position + limit);
        Bytes out = new Bytes(256 + (int) (end - position) * 1400);
        out.append("{\"maxCursor\":").append(cursor(size - 1) + GAP).append(",\"data\":[");
        for (long at = position; at < end; at++) {
            out.append(at == position ? "{\"ID\":" : ",{\"ID\":")
                    .append(cursor(at))
                    .append(',');
            log.write(out, at);
            out.append('}');
        }
        return out.append("]}");
    }

    /** A change that is new has a number above every newest number that was told before. */
    private long cursor(long position) {
        if (position < old) {
            return FIRST + position + position / GAP_EVERY * GAP;
        }
        return cursor(old - 1) + (position - old + 1) * (GAP + 1);
    }

    private long firstAfter(long cursor, long size) {
        long low = 0;
        long high = size;
        while (low < high) {
            long middle = (low + high) >>> 1;
            if (cursor(middle) > cursor) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
