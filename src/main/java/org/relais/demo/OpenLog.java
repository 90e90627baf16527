package org.relais.demo;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.relais.catalogue.Action;
import org.relais.catalogue.RecordKey;
import org.relais.catalogue.WireRecord;
import org.relais.demo.district.Bytes;
import org.relais.demo.district.Series;

/**
 * The change log of the Open mSupply central server: a record stands in it once, where it was changed last. Safe for use
 * by several threads.
 */
final class OpenLog {
    static final int EVERY_SITE = 0;

    private final NavigableMap<Long, Change> changes = new TreeMap<>();
    private final Map<RecordKey, Long> newest = new HashMap<>();
    private long lastCursor;

    /**
     * One change.
     *
     * @param key which record
     * @param site whose it is, or {@link #EVERY_SITE}
     * @param source the site that pushed it; 0 when it was none
     * @param generated the series that makes the record, or null
     * @param index its place in that series
     * @param kept the record, or null where it is made
     */
    record Change(RecordKey key, int site, int source, Series generated, long index, WireRecord kept) {
        String data() {
            return kept == null ? generated.data(index) : kept.data();
        }

        void write(Bytes out, long cursor) {
            boolean deleted = kept != null && kept.action() == Action.DELETE;
            out.append("{\"cursor\":")
                    .append(cursor)
                    .append(",\"record\":{\"tableName\":")
                    .appendJson(key.table());
            out.append(",\"recordId\":").appendJson(key.id()).append(",\"action\":\"");
            out.append(deleted ? "Delete" : "Update").append("\",\"recordData\":");
            if (kept == null) {
                generated.data(out, index);
            } else {
                out.append(deleted ? "null" : kept.data());
            }
            out.append("}}");
        }
    }

    /** Every record of these series, as if it had been changed once. */
    void addAll(List<Series> series, int site) {
        for (Series each : series) {
            for (long index = 0; index < each.count(); index++) {
                add(new Change(new RecordKey(each.table(), each.id(index)), site, 0, each, index, null));
            }
        }
    }

    synchronized void add(Change change) {
        Long before = newest.put(change.key(), ++lastCursor);
        if (before != null) {
            changes.remove(before);
        }
        changes.put(lastCursor, change);
    }

    synchronized Optional<Change> find(RecordKey key) {
        return Optional.ofNullable(newest.get(key)).map(changes::get);
    }

    synchronized long size() {
        return changes.size();
    }

    /** Writes a batch as pulls answer it: from the cursor on, of those that are meant. */
    synchronized Bytes batch(long cursor, long size, Predicate<Change> meant) {
        Bytes records = new Bytes(64 * 1024);
        long total = 0;
        long end = lastCursor;
        for (Map.Entry<Long, Change> entry : changes.tailMap(cursor).entrySet()) {
            if (meant.test(entry.getValue())) {
                if (total < size) {
                    if (total > 0) {
                        records.append(',');
                    }
                    entry.getValue().write(records, entry.getKey());
                    end = entry.getKey();
                }
                total++;
            }
        }
        Bytes out = new Bytes(records.length() + 256);
        out.append("{\"data\":{\"end_cursor\":")
                .append(end)
                .append(",\"total_records\":")
                .append(total);
        out.append(",\"records\":[").append(records.toByteArray()).append("],\"is_last_batch\":");
        return out.append(total <= size ? "true}}" : "false}}");
    }
}
