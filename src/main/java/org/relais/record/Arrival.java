package org.relais.record;

import java.time.Instant;
import org.relais.catalogue.Action;
import org.relais.catalogue.CentralServer;

/**
 * A version of a record that is not in the store.
 *
 * @param number its place in the order of arrival
 * @param server where it came from; null for one that was made on this site
 * @param action what it asks for
 * @param stands where it stands
 * @param reason why it is not in the store; null when the next integration takes it
 * @param since when it came, or was made
 */
public record Arrival(long number, CentralServer server, Action action, Stands stands, Reason reason, Instant since) {

    /** Where it stands. */
    public enum Stands {
        /** The next integration takes it. */
        TO_INTEGRATE,
        /** It is taken by itself as soon as what it refers to is there. */
        WAITS,
        /** It needs somebody, or another version of the program. */
        SET_ASIDE
    }
}
