package org.relais.central;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads {@code {"queueLength", "data": [{"syncOutId", record}]}}; the list may be missing. */
final class QueuePageReader {

    /** The ids of a page are held until they are acknowledged, in one request that a server takes. */
    private static final int MOST_OF_IDS = 4 * 1024 * 1024;

    private final Delivery delivery;
    private final List<String> syncOutIds = new ArrayList<>();
    private Long queueLength;
    private long characters;

    QueuePageReader(Delivery delivery) {
        this.delivery = delivery;
    }

    QueuePage read(Answer answer) throws IOException {
        AnswerStream.read(
                answer,
                in -> in.object("answer", key -> {
                    switch (key) {
                        case "queueLength" -> queueLength = in.number(key);
                        case "data" -> in.list(key, () -> record(in));
                        case "error" -> in.refuse(error -> Refusals.legacyError(answer, error));
                        default -> in.skip();
                    }
                }));
        UnexpectedAnswer.unlessPresent("queueLength", queueLength);
        return new QueuePage(Math.max(queueLength, delivery.count()), syncOutIds);
    }

    private void record(AnswerStream in) throws IOException {
        IncomingRecord record = IncomingRecord.read(in, "syncOutId");
        characters += record.syncOutId().length();
        if (characters > MOST_OF_IDS) {
            throw new UnexpectedAnswer("syncOutId: more of them than can be acknowledged at once");
        }
        syncOutIds.add(record.syncOutId());
        record.handTo(delivery);
    }
}
