package org.relais.coldchain;

/** A breach is no longer what a person saw when they decided about it. */
public class BreachChanged extends RuntimeException {

    BreachChanged(String id) {
        super("The breach " + id + " was changed meanwhile");
    }
}
