package org.relais.coldchain.api;

/** A body of which nothing can be known: it ends too soon, or is not what the call takes at all. */
class UnreadableBody extends RuntimeException {

    UnreadableBody(String what, Throwable cause) {
        super(what, cause);
    }
}
