package org.relais.api;

import org.springframework.http.HttpStatus;

/** A request that cannot be answered as it is meant; the caller gets the status and the text as a problem document. */
class Problem extends RuntimeException {

    private final HttpStatus status;
    private final String key;
    private final Object[] parameters;

    /** @param key of the text in the translations */
    Problem(HttpStatus status, String key, Object... parameters) {
        super(key, null, false, false);
        this.status = status;
        this.key = key;
        this.parameters = parameters;
    }

    HttpStatus status() {
        return status;
    }

    String key() {
        return key;
    }

    Object[] parameters() {
        return parameters;
    }
}
