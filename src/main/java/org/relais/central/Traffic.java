package org.relais.central;

/**
 * What crossed a line, in bytes: heads and bodies as they were sent, compressed where they are; without what TLS and the network add.
 *
 * @param received from the servers, at least 0
 * @param sent to the servers, at least 0
 */
public record Traffic(long received, long sent) {

    /** Nothing. */
    public static final Traffic NONE = new Traffic(0, 0);

    /** In both directions. */
    public long total() {
        return received + sent;
    }

    /** Both together. */
    Traffic plus(Traffic more) {
        return new Traffic(received + more.received, sent + more.sent);
    }
}
