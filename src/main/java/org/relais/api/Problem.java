package org.relais.api;

import org.springframework.http.HttpStatus;

/** A request that cannot be answered as it is meant; the caller gets the status and the text as a problem document. */
class Problem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final HttpStatus status;

    Problem(HttpStatus status, String text) {
        super(text, null, false, false);
        this.status = status;
    }

    HttpStatus status() {
        return status;
    }
}
