package org.relais.soak;

import java.time.Duration;
import org.relais.demo.Fault;

/** One thing that goes wrong, or that somebody does. What carries dice is made of them when it happens. */
sealed interface Happening {

    /** A central server or the line to it fails. */
    record Fails(Fault fault) implements Happening {}

    /** People of the site change records. */
    record PeopleWork(long dice) implements Happening {}

    /** A phone sends a batch. */
    record PhoneSends(long dice) implements Happening {}

    /** The rest of the network changes records that this site gets. */
    record NetworkWorks(long dice) implements Happening {}

    /** Somebody cancels the run. */
    record Cancelled() implements Happening {}

    /**
     * The database breaks for the rest of the run, now and then.
     *
     * @param probability of each statement and each commit of the run
     */
    record DatabaseBreaks(double probability) implements Happening {}

    /** All connections to the database are taken for a while. */
    record ConnectionsHeld(Duration time) implements Happening {}

    /** Somebody sets the program's clock. */
    record ClockJumps(Duration by) implements Happening {}
}
