package org.relais.central;

import java.io.IOException;

/** Reads {@code {"end_cursor", "total_records", "records": [{"cursor", "record": record}], "is_last_batch"}}. */
final class PullPageReader {

    private final Call call;
    private final long cursor;
    private final Delivery delivery;
    private long lastCursor;
    private Long endCursor;
    private Long totalRecords;
    private Boolean last;
    private Boolean listed;

    PullPageReader(Call call, long cursor, Delivery delivery) {
        this.call = call;
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
        // One entry may become several records.
        if (record.number() < Math.max(cursor, lastCursor)) {
            throw new UnexpectedAnswer(
                    "the cursor %d comes after %d".formatted(record.number(), Math.max(cursor, lastCursor)));
        }
        lastCursor = record.number();
        record.handTo(delivery);
    }

    /** A page that would let the cursor jump, stand still or go back is a fault. */
    private PullPage checked() {
        if (!delivery.started() && !last) {
            throw new UnexpectedAnswer("no records, but not the last batch (from cursor %d, end_cursor %d, total %d)"
                    .formatted(cursor, endCursor, totalRecords));
        }
        if (delivery.started() && endCursor < lastCursor) {
            throw new UnexpectedAnswer("the cursor %d is beyond end_cursor %d".formatted(lastCursor, endCursor));
        }
        if (!delivery.started() && endCursor < cursor - 1) {
            // Where there is nothing from the cursor on, this is the newest number of all.
            throw new CentralFailure.CursorAhead(call, cursor - 1, endCursor);
        }
        return new PullPage(delivery.count(), lastCursor, endCursor, Math.max(totalRecords, delivery.count()), last);
    }
}
