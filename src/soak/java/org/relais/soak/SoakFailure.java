package org.relais.soak;

/** A schedule went wrong in a way that cannot be compared any more. */
final class SoakFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SoakFailure(String message) {
        super(message);
    }

    SoakFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
