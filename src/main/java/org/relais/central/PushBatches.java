package org.relais.central;

import java.util.ArrayList;
import java.util.List;
import org.relais.catalogue.Action;
import org.relais.catalogue.WireRecord;
import org.relais.vocabulary.Texts;

/**
 * Cuts what is to be pushed by size: an Open mSupply central server takes requests of 10 MiB at most (protocol.md
 * section 2), and the same limit is kept towards the mSupply central server.
 */
public final class PushBatches {

    /** The largest request body, in bytes. */
    public static final int LARGEST_BODY = 10 * 1024 * 1024;

    /** Room for everything around the records. */
    private static final int ENVELOPE = 16 * 1024;

    /** The keys, punctuation and cursor around a record, in the longer of the two protocols. */
    private static final int AROUND_A_RECORD = 160;

    /** The most bytes that a character of a name can take: {@code \}{@code u0000}. */
    private static final int ESCAPED = 6;

    private PushBatches() {}

    /**
     * The same records in the same order, in pieces that each fit into one request. A record that fits into none stands
     * alone; pushing it throws {@link CentralFailure.TooLarge}.
     *
     * @return no empty pieces; an empty list for an empty list
     */
    public static List<List<OutgoingRecord>> cut(List<OutgoingRecord> records) {
        List<List<OutgoingRecord>> pieces = new ArrayList<>();
        int from = 0;
        long size = ENVELOPE;
        for (int i = 0; i < records.size(); i++) {
            long more = size(records.get(i).record());
            if (i > from && size + more > LARGEST_BODY) {
                pieces.add(List.copyOf(records.subList(from, i)));
                from = i;
                size = ENVELOPE;
            }
            size += more;
        }
        if (from < records.size()) {
            pieces.add(List.copyOf(records.subList(from, records.size())));
        }
        return List.copyOf(pieces);
    }

    /**
     * Two halves of a batch that was too large ({@link CentralFailure#smallerPushMayPass()}), in order.
     *
     * @throws IllegalArgumentException for fewer than two records
     */
    public static List<List<OutgoingRecord>> halves(List<OutgoingRecord> records) {
        if (records.size() < 2) {
            throw new IllegalArgumentException("a batch of %d cannot be halved".formatted(records.size()));
        }
        int middle = records.size() / 2;
        return List.of(List.copyOf(records.subList(0, middle)), List.copyOf(records.subList(middle, records.size())));
    }

    /** Refuses a call whose body no server takes, before a byte of it is sent. */
    static void requireAllowedSize(Call call) {
        if (call.body() != null && call.body().length > LARGEST_BODY) {
            throw new CentralFailure.TooLarge(
                    call,
                    "%d records make a request of %d bytes, at most %d are taken"
                            .formatted(call.records(), call.body().length, LARGEST_BODY));
        }
    }

    /** An upper bound of the bytes that a record adds to a request. */
    private static long size(WireRecord record) {
        long data = record.action() == Action.DELETE ? 0 : Texts.bytes(record.data());
        return AROUND_A_RECORD
                + (long) ESCAPED
                        * (record.key().table().length() + record.key().id().length())
                + data;
    }
}
