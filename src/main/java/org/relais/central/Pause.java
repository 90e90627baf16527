package org.relais.central;

import java.time.Duration;

/** A wait between two tries; tests put their own in its place. */
@FunctionalInterface
interface Pause {

    void pause(Duration length) throws InterruptedException;

    /** The real one. */
    static Pause sleeping() {
        return Thread::sleep;
    }
}
