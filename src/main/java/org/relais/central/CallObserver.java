package org.relais.central;

import java.time.Duration;
import org.relais.catalogue.CentralServer;

/** Is told of every call to a central server: of each attempt, when it is over. Called by several threads; must be quick. */
@FunctionalInterface
public interface CallObserver {

    /**
     * A call was made.
     *
     * @param failure why it failed, or null when it did not
     * @param took from before the connection to the last byte of the answer, which was handled meanwhile
     * @param traffic what it moved on the line
     */
    void made(CentralServer server, FailureCode failure, Duration took, Traffic traffic);

    /** One that does nothing. */
    static CallObserver nobody() {
        return (server, failure, took, traffic) -> {};
    }
}
