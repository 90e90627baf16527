package org.relais.demo;

/** A call that the Open mSupply central server does not go on with; the message is the JSON value under {@code error}. */
final class OpenRefusal extends RuntimeException {
    OpenRefusal(String error) {
        super(error);
    }
}
