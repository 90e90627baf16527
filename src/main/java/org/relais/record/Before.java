package org.relais.record;

import java.util.Optional;

/**
 * What there is of a record before it is changed here.
 *
 * @param content the number of its text in the store; null when the store has none, deleted ones included
 * @param data its text in the store; null when the store has none or it was deleted
 * @param waiting the number of what was made of it here and waits in the inbox, or was refused there; null when nothing
 * @param waitingData the text of what waits; null when nothing waits
 */
record Before(Long content, String data, Long waiting, String waitingData) {

    static final Before NOTHING = new Before(null, null, null, null);

    Before withWaiting(long number, String text) {
        return new Before(content, data, number, text);
    }

    /** The newest that was said of it here: what waits, else what is stored. */
    Optional<String> text() {
        return Optional.ofNullable(waitingData == null ? data : waitingData);
    }

    /** Whether it is this text already, and nothing else waits to replace it. */
    boolean is(String text) {
        return waiting == null && text.equals(data);
    }
}
