package org.relais.demo;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.relais.catalogue.WireRecord;
import org.relais.demo.district.Bytes;
import org.relais.demo.district.Series;

/**
 * A long list of records in a fixed order, most of them made when they are asked for, the last ones kept. Safe for use by
 * several threads.
 */
final class Log {
    private static final byte[] TABLE = "\"tableName\":\"".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] RECORD = "\",\"recordId\":\"".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] INSERT = "\",\"action\":\"insert\",\"recordData\":".getBytes(StandardCharsets.US_ASCII);

    private final Series[] series;
    private final long[] starts;
    private final long generated;
    private final List<WireRecord> kept = new ArrayList<>();

    Log(List<Series> series, List<WireRecord> last) {
        this.series = series.toArray(Series[]::new);
        starts = new long[this.series.length];
        long start = 0;
        for (int at = 0; at < starts.length; at++) {
            starts[at] = start;
            start += this.series[at].count();
        }
        generated = start;
        kept.addAll(last);
    }

    /** One place in a log: a record that is made from a series, or one that was kept. */
    record Entry(Series series, long index, WireRecord kept) {}

    synchronized long size() {
        return generated + kept.size();
    }

    synchronized void add(WireRecord change) {
        kept.add(change);
    }

    Entry at(long position) {
        if (position >= generated) {
            synchronized (this) {
                return new Entry(null, 0, kept.get((int) (position - generated)));
            }
        }
        int low = 0;
        int high = series.length - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (starts[middle] <= position) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return new Entry(series[low], position - starts[low], null);
    }

    /** Writes {@code "tableName":..,"recordId":..,"action":..,"recordData":..} with the actions in lower case. */
    void write(Bytes out, long position) {
        Entry entry = at(position);
        if (entry.series() == null) {
            WireRecord record = entry.kept();
            out.append("\"tableName\":").appendJson(record.key().table());
            out.append(",\"recordId\":").appendJson(record.key().id()).append(",\"action\":\"");
            switch (record.action()) {
                case UPSERT -> out.append("update\",\"recordData\":").append(record.data());
                case MERGE -> out.append("merge\",\"recordData\":").append(record.data());
                case DELETE -> out.append("delete\"");
            }
            return;
        }
        out.append(TABLE).append(entry.series().tableName()).append(RECORD);
        entry.series().id(out, entry.index());
        out.append(INSERT);
        entry.series().data(out, entry.index());
    }
}
