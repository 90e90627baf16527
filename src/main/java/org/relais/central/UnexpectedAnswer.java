package org.relais.central;

/** An answer differs from the protocol; the message says where. Becomes {@link CentralFailure.Unreadable}. */
final class UnexpectedAnswer extends RuntimeException {

    UnexpectedAnswer(String message) {
        super(message);
    }

    /** The value, unless it is null: then the key that should have brought it is missing. */
    static <T> T unlessPresent(String key, T value) {
        if (value == null) {
            throw new UnexpectedAnswer(key + " is missing");
        }
        return value;
    }
}
