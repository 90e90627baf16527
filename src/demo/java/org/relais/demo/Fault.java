package org.relais.demo;

import java.util.Objects;
import org.relais.catalogue.CentralServer;

/**
 * Something that goes wrong on purpose.
 *
 * @param kind what
 * @param server on which of the two servers
 * @param route a part of the path of the calls concerned, as {@code queued_records}; empty for all calls
 * @param probability for each call, above 0 and up to 1
 * @param count how many calls it strikes at most; 0 for no limit
 * @param millis a duration for the kinds that have one; 0 for none
 * @param detail a code, a JSON value, a status or an address for the kinds that have one; never null
 */
public record Fault(
        FaultKind kind, CentralServer server, String route, double probability, int count, long millis, String detail) {

    public Fault {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(server, "server");
        route = route == null ? "" : route;
        detail = detail == null ? "" : detail;
        if (!(probability > 0 && probability <= 1)) {
            throw new IllegalArgumentException("probability is " + probability + ", allowed are above 0 up to 1");
        }
        if (count < 0 || millis < 0) {
            throw new IllegalArgumentException("count and milliseconds are not negative");
        }
    }

    /** A fault that strikes every call of a server until it is taken away. */
    public static Fault always(FaultKind kind, CentralServer server) {
        return new Fault(kind, server, "", 1, 0, 0, "");
    }

    /** The same for calls whose path contains that text only. */
    public Fault on(String otherRoute) {
        return new Fault(kind, server, otherRoute, probability, count, millis, detail);
    }

    /** The same, that many times at most. */
    public Fault times(int otherCount) {
        return new Fault(kind, server, route, probability, otherCount, millis, detail);
    }

    /** The same with a probability for each call. */
    public Fault with(double otherProbability) {
        return new Fault(kind, server, route, otherProbability, count, millis, detail);
    }

    /** The same with a duration. */
    public Fault lasting(long otherMillis) {
        return new Fault(kind, server, route, probability, count, otherMillis, detail);
    }

    /** The same with a detail. */
    public Fault saying(String otherDetail) {
        return new Fault(kind, server, route, probability, count, millis, otherDetail);
    }
}
