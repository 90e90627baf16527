package org.relais.soak;

import java.util.List;

/**
 * A run of the synchronisation and what happens around it.
 *
 * @param moments in the order in which they happen
 */
record Round(List<Moment> moments) {

    Round {
        moments = List.copyOf(moments);
    }

    /**
     * When something happens.
     *
     * @param call at which call to a central server, counted from 1; 0 before the run begins. What comes too late for the run
     *     happens when it has ended
     */
    record Moment(int call, Happening happening) {}
}
