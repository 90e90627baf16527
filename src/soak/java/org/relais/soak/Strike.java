package org.relais.soak;

import java.time.Duration;
import java.util.List;

/**
 * A run of the synchronisation, and what hits the site in it.
 *
 * @param before what is done before the run begins
 * @param call at which call to a central server, counted from 1
 * @param later how long after that call
 * @param blow what hits it
 * @param meanwhile what is done at the same moment: it is under way when the blow comes
 */
record Strike(List<Happening> before, int call, Duration later, Blow blow, List<Happening> meanwhile) {

    Strike {
        before = List.copyOf(before);
        meanwhile = List.copyOf(meanwhile);
    }
}
