package org.relais.central;

import java.io.IOException;

/**
 * Reads {@code {"maxCursor", "data": [{"ID", record}]}}; the list may be missing. The numbers ascend from the cursor to {@code
 * maxCursor}: a page that says otherwise would lead the cursor astray.
 */
final class CentralPageReader {

    private final long cursor;
    private final Delivery delivery;
    private long lastId;
    private Long maxCursor;

    CentralPageReader(long cursor, Delivery delivery) {
        this.cursor = cursor;
        this.delivery = delivery;
        this.lastId = cursor;
    }

    CentralPage read(Answer answer) throws IOException {
        AnswerStream.read(
                answer,
                in -> in.object("answer", key -> {
                    switch (key) {
                        case "maxCursor" -> maxCursor = in.number(key);
                        case "data" -> in.list(key, () -> record(in));
                        case "error" -> in.refuse(error -> Refusals.legacyError(answer, error));
                        default -> in.skip();
                    }
                }));
        long newest = UnexpectedAnswer.unlessPresent("maxCursor", maxCursor);
        if (newest < cursor) {
            throw new CentralFailure.CursorAhead(answer.call(), cursor, newest);
        }
        if (lastId > newest) {
            throw new UnexpectedAnswer("the ID %d is beyond maxCursor %d".formatted(lastId, newest));
        }
        return new CentralPage(delivery.count(), lastId, newest);
    }

    private void record(AnswerStream in) throws IOException {
        IncomingRecord record = IncomingRecord.read(in, "ID");
        if (record.number() <= lastId) {
            // Going on from there would ask for the same page for ever.
            throw new UnexpectedAnswer("the ID %d comes after %d".formatted(record.number(), lastId));
        }
        lastId = record.number();
        record.handTo(delivery);
    }
}
