package org.relais.central;

import java.io.IOException;

/** Reads {@code {"end_cursor", "total_records", "records": [{"cursor", "record": record}], "is_last_batch"}}. */
final class PullPageReader {

    private final long cursor;
    private final Delivery delivery;
    private long lastCursor;
    private Long endCursor;
    private Long totalRecords;
    private Boolean last;
    private Boolean listed;

    PullPageReader(long cursor, Delivery delivery) {
        this.cursor = cursor;
        this.delivery = delivery;
        this.lastCursor = cursor - 1;
    }

    PullPage read(AnswerStream in) throws IOException {
        in.object("data", key -> {
            switch (key) {
                case "end_cursor" -> endCursor = in.number(key);
                case "total_records" -> totalRecords = in.number(key);
                case "is_last_batch" -> last = in.flag(key);
                case "records" -> {
                    listed = true;
                    in.list(key, () -> record(in));
                }
                default -> in.skip();
            }
        });
        UnexpectedAnswer.unlessPresent("end_cursor", endCursor);
        UnexpectedAnswer.unlessPresent("total_records", totalRecords);
        UnexpectedAnswer.unlessPresent("is_last_batch", last);
        UnexpectedAnswer.unlessPresent("records", listed);
        return checked();
    }

    private void record(AnswerStream in) throws IOException {
        IncomingRecord record = IncomingRecord.read(in, "cursor");
        lastCursor = record.number();
        delivery.hand(record.complete());
    }

    /** A page that would let the cursor jump, stand still or go back is a fault. */
    private PullPage checked() {
        if (!delivery.started() && !last) {
            throw new UnexpectedAnswer("no records, but not the last batch (from cursor %d, end_cursor %d, total %d)"
                    .formatted(cursor, endCursor, totalRecords));
        }
        if (lastCursor < cursor - 1 || !last && Math.max(lastCursor, endCursor) < cursor) {
            throw new UnexpectedAnswer("a page from cursor %d that ends before it".formatted(cursor));
        }
        return new PullPage(delivery.count(), lastCursor, endCursor, Math.max(totalRecords, delivery.count()), last);
    }
}
