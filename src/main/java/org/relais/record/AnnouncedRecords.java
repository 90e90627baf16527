package org.relais.record;

import java.util.Arrays;
import java.util.List;

/**
 * The records of one table that were announced, and what became of each. Two arrays hold it: a million records take nine megabytes.
 */
final class AnnouncedRecords {

    /** It came, or the order to delete it did. */
    private static final byte CAME = 1;
    /** What came last of it, or was done here, is that it was deleted. */
    private static final byte DELETED = 2;
    /** The store has it, whether it is in use or not. */
    private static final byte STORED = 4;

    private static final byte IN_USE = 8;
    private static final byte SET_ASIDE = 16;
    /** The next integration takes it. */
    private static final byte TO_INTEGRATE = 32;
    /** It was deleted here, and that waits to be sent. */
    private static final byte DELETED_HERE = 64;

    private final IdHashes hashes = new IdHashes();
    private final long[] ids;
    private final byte[] facts;
    private final long announced;
    private final long merges;
    private long mergesSetAside;
    private long mergesToIntegrate;

    /** @param lines in order */
    AnnouncedRecords(List<Announced.Line> lines) {
        ids = lines.stream()
                .filter(line -> !line.here())
                .flatMapToLong(line -> Arrays.stream(line.hashes()))
                .map(IdHashes::ofId)
                .sorted()
                .distinct()
                .toArray();
        facts = new byte[ids.length];
        lines.forEach(this::take);
        merges = lines.stream().mapToLong(Announced.Line::merges).sum();
        announced = merges
                + lines.stream()
                        .filter(line -> !line.here())
                        .mapToLong(line -> line.hashes().length + line.repeats())
                        .sum();
    }

    private void take(Announced.Line line) {
        for (long hash : line.hashes()) {
            int at = Arrays.binarySearch(ids, IdHashes.ofId(hash));
            boolean deleted = hash != IdHashes.ofId(hash);
            if (!line.here()) {
                facts[at] = (byte) (deleted ? CAME | DELETED : CAME);
            } else if (at >= 0 && facts[at] != 0) {
                facts[at] |= DELETED;
            }
        }
    }

    /** The store has a record. */
    void stored(String id, boolean inUse) {
        note(id, inUse ? STORED | IN_USE : STORED);
    }

    void setAside(String id) {
        note(id, SET_ASIDE);
    }

    void toIntegrate(String id) {
        note(id, TO_INTEGRATE);
    }

    void deletedHere(String id) {
        note(id, DELETED_HERE);
    }

    void mergeSetAside() {
        mergesSetAside++;
    }

    void mergeToIntegrate() {
        mergesToIntegrate++;
    }

    /** One that nobody announced was made here. */
    private void note(String id, int fact) {
        int at = Arrays.binarySearch(ids, hashes.of(id));
        if (at >= 0) {
            facts[at] |= (byte) fact;
        }
    }

    /**
     * What became of them.
     *
     * @param stored how many records of the table are in use
     * @param digest of these
     */
    TableSameness sameness(String table, long stored, String digest) {
        long here = 0;
        long aside = mergesSetAside;
        long deleted = 0;
        long waiting = mergesToIntegrate;
        long missing = 0;
        for (byte of : facts) {
            if (has(of, SET_ASIDE)) {
                aside++;
            } else if (has(of, TO_INTEGRATE)) {
                waiting++;
            } else if (has(of, IN_USE)) {
                here++;
            } else if (has(of, DELETED) || has(of, DELETED_HERE)) {
                deleted++;
            } else if (has(of, STORED)) {
                // It was merged into another one, or says of itself that it is not in use.
                here++;
            } else {
                missing++;
            }
        }
        long merged = merges - mergesSetAside - mergesToIntegrate;
        long repeated = announced - merges - ids.length;
        return new TableSameness(
                table, announced, here, aside, deleted, merged, repeated, waiting, missing, stored, digest);
    }

    private static boolean has(byte facts, byte fact) {
        return (facts & fact) != 0;
    }

    /** All that came, in one line. */
    Announced.Line summedUp() {
        long[] summed = new long[ids.length];
        for (int at = 0; at < ids.length; at++) {
            summed[at] = has(facts[at], DELETED) ? ids[at] | IdHashes.DELETED : ids[at];
        }
        return new Announced.Line(0, false, summed, merges, announced - merges - ids.length);
    }
}
