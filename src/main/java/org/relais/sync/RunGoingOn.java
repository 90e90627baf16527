package org.relais.sync;

/** What was asked for cannot be done beside a run, and one is going on. Nothing was changed. */
public class RunGoingOn extends RuntimeException {

    RunGoingOn() {
        super("A synchronisation is going on", null, false, false);
    }
}
