package org.relais.central;

import java.io.IOException;
import java.util.Optional;
import org.relais.catalogue.Action;
import org.relais.catalogue.RecordKey;
import org.relais.catalogue.WireRecord;
import org.relais.vocabulary.Texts;

/**
 * A record with its place in the server's order, read from an answer in whatever order its keys come. The members
 * {@code tableName, recordId, action, recordData} are the same in both protocols; in V6 they stand one object deeper,
 * under {@code record}.
 */
final class IncomingRecord {

    private static final int LONGEST_EXCERPT = 40;

    private final String placeKey;
    private Long number;
    private String syncOutId;
    private String table;
    private String id;
    private Action action;
    private Optional<String> data = Optional.of("{}");

    private IncomingRecord(String placeKey) {
        this.placeKey = placeKey;
    }

    /**
     * Reads the list element at which the stream stands.
     *
     * @param placeKey {@code ID}, {@code syncOutId} or {@code cursor}: where the record stands in the server's order
     */
    static IncomingRecord read(AnswerStream in, String placeKey) throws IOException {
        IncomingRecord record = new IncomingRecord(placeKey);
        in.object("record", key -> record.take(key, in));
        return record;
    }

    private void take(String key, AnswerStream in) throws IOException {
        switch (key) {
            case "ID", "cursor" -> number = in.number(key);
            case "syncOutId" -> syncOutId = in.text(key);
            case "record" -> in.object(key, inner -> take(inner, in));
            case "tableName" -> table = in.text(key);
            case "recordId" -> id = in.text(key);
            case "action" -> action = action(in.text(key));
            case "recordData" -> {
                // What a key brought that comes twice shall not be held beside what it brings now.
                data = Optional.empty();
                data = in.json();
            }
            default -> in.skip();
        }
    }

    /** Insert and update are one; each word comes with a small or a capital first letter, and in no other way. */
    private static Action action(String word) {
        return switch (word) {
            case "insert", "Insert", "update", "Update" -> Action.UPSERT;
            case "delete", "Delete" -> Action.DELETE;
            case "merge", "Merge" -> Action.MERGE;
            default -> throw new UnexpectedAnswer("action: unknown '%s'".formatted(Texts.cut(word, LONGEST_EXCERPT)));
        };
    }

    long number() {
        return UnexpectedAnswer.unlessPresent(placeKey, number);
    }

    String syncOutId() {
        return UnexpectedAnswer.unlessPresent(placeKey, syncOutId);
    }

    /** Hands the record on; one that is too large without its text. */
    void handTo(Delivery delivery) {
        WireRecord record = new WireRecord(
                new RecordKey(
                        UnexpectedAnswer.unlessPresent("tableName", table),
                        UnexpectedAnswer.unlessPresent("recordId", id)),
                UnexpectedAnswer.unlessPresent("action", action),
                data.orElse("{}"));
        if (data.isPresent()) {
            delivery.hand(record);
        } else {
            delivery.handTooLarge(record);
        }
    }
}
