package org.relais.central;

import java.io.IOException;

/** Reads {@code {"maxCursor", "data": [{"ID", record}]}}; the list may be missing. */
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
        UnexpectedAnswer.unlessPresent("maxCursor", maxCursor);
        if (delivery.started() && lastId <= cursor) {
            // Going on from there would ask for the same page for ever.
            throw new UnexpectedAnswer("the last ID %d is not past the cursor %d".formatted(lastId, cursor));
        }
        return new CentralPage(delivery.count(), lastId, maxCursor);
    }

    private void record(AnswerStream in) throws IOException {
        IncomingRecord record = IncomingRecord.read(in, "ID");
        lastId = record.number();
        delivery.hand(record.complete());
    }
}
