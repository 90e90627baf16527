package org.relais.coldchain;

/** A sensor is no longer what a person saw when they decided about it. */
public class SensorChanged extends RuntimeException {

    SensorChanged(String id) {
        super("The sensor " + id + " was changed meanwhile");
    }
}
