package org.relais.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.relais.catalogue.RecordKey;
import org.relais.catalogue.WireRecord;
import org.relais.demo.district.Bytes;
import org.relais.demo.district.Series;

/** What the mSupply central server remembers of one site. All access is under the site's own lock. */
final class LegacySite {
    private final DemoSite site;
    private final List<Series> series;
    private final List<WireRecord> changedElsewhere = new ArrayList<>();
    private final Map<RecordKey, WireRecord> pushed = new LinkedHashMap<>();
    private BitSet acknowledged = new BitSet();
    private Log queue = new Log(List.of(), List.of());
    private long firstNumber = 1;
    private String hardware;
    private boolean initialising;
    private boolean initialised;
    private Instant integratedAt = Instant.MIN;

    LegacySite(DemoSite site, List<Series> series) {
        this.site = site;
        this.series = series;
    }

    DemoSite site() {
        return site;
    }

    synchronized boolean hasStore() {
        return !series.isEmpty();
    }

    synchronized String hardware() {
        return hardware;
    }

    synchronized void hardware(String uuid) {
        hardware = uuid;
    }

    synchronized String initialisationStatus() {
        if (initialising) {
            return "started";
        }
        return initialised ? "completed" : "new";
    }

    /** Whether the site may begin: it may not while it does already. */
    synchronized boolean beginInitialisation() {
        boolean free = !initialising;
        initialising = true;
        return free;
    }

    synchronized boolean isInitialising() {
        return initialising;
    }

    /** Fills the queue anew: the store's records, what changed since, and what the site itself pushed. */
    synchronized void initialise() {
        firstNumber += queue.size();
        List<WireRecord> later = new ArrayList<>(changedElsewhere);
        later.addAll(pushed.values());
        queue = new Log(series, later);
        acknowledged = new BitSet();
        initialising = false;
        initialised = true;
    }

    synchronized void queue(WireRecord change) {
        changedElsewhere.add(change);
        if (initialised) {
            queue.add(change);
        }
    }

    /** Remembers what the site pushed for its next initialisation. */
    synchronized void keep(WireRecord change) {
        pushed.remove(change.key());
        pushed.put(change.key(), change);
    }

    synchronized long queueLength() {
        return queue.size() - acknowledged.cardinality();
    }

    /** Whether the number stands for a record of the queue that was not acknowledged yet. */
    synchronized boolean waits(long number) {
        long position = number - firstNumber;
        return position >= 0 && position < queue.size() && !acknowledged.get((int) position);
    }

    synchronized void acknowledge(long from, long to) {
        acknowledged.set((int) (from - firstNumber), (int) (to - firstNumber) + 1);
    }

    /** Writes the answer to {@code queued_records}: the oldest records that were not acknowledged. */
    synchronized Bytes page(long limit) {
        long waiting = queueLength();
        Bytes out = new Bytes(256 + (int) Math.min(limit, waiting) * 1400);
        out.append("{\"queueLength\":").append(waiting).append(",\"data\":[");
        long sent = 0;
        for (int at = acknowledged.nextClearBit(0); at < queue.size() && sent < limit; sent++) {
            out.append(sent == 0 ? "{\"syncOutId\":\"" : ",{\"syncOutId\":\"");
            out.append(firstNumber + at).append("\",");
            queue.write(out, at);
            out.append('}');
            at = acknowledged.nextClearBit(at + 1);
        }
        return out.append("]}");
    }

    synchronized void integratesUntil(Instant end) {
        integratedAt = end;
    }

    synchronized boolean isIntegrating(Instant now) {
        return now.isBefore(integratedAt);
    }
}
