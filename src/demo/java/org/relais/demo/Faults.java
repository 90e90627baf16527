package org.relais.demo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.relais.catalogue.CentralServer;

/** The faults of the demonstration network that are switched on. Safe for use by several threads. */
public final class Faults {
    private final Map<Long, Running> running = new LinkedHashMap<>();
    private final SplittableRandom random;
    private long lastId;

    Faults(long seed) {
        random = new SplittableRandom(seed);
    }

    /** One that is switched on, and how many calls it has struck so far. */
    public record Active(long id, Fault fault, int struck) {}

    private static final class Running {
        private final Fault fault;
        private int struck;

        private Running(Fault fault) {
            this.fault = fault;
        }

        private boolean spent() {
            return fault.count() > 0 && struck >= fault.count();
        }
    }

    /** Switches a fault on; the number that comes back takes it away again. */
    public synchronized long add(Fault fault) {
        running.put(++lastId, new Running(fault));
        return lastId;
    }

    /** Takes one away; unknown numbers do nothing. */
    public synchronized void remove(long id) {
        running.remove(id);
    }

    /** Takes all away: from now on both servers work as they should. */
    public synchronized void clear() {
        running.clear();
    }

    /** All that are switched on, those whose count is used up included, oldest first. */
    public synchronized List<Active> active() {
        List<Active> all = new ArrayList<>();
        running.forEach((id, each) -> all.add(new Active(id, each.fault, each.struck)));
        return all;
    }

    /** The fault that strikes a call, if one does; counts it. */
    synchronized Optional<Active> strike(CentralServer server, String path) {
        for (Map.Entry<Long, Running> entry : running.entrySet()) {
            Running one = entry.getValue();
            Fault fault = one.fault;
            boolean meant = fault.server() == server && path.contains(fault.route()) && applies(fault.kind(), path);
            if (meant && !one.spent() && random.nextDouble() < fault.probability()) {
                one.struck++;
                return Optional.of(new Active(entry.getKey(), fault, one.struck));
            }
        }
        return Optional.empty();
    }

    synchronized boolean isActive(long id) {
        return running.containsKey(id);
    }

    /** Some kinds mean something on certain calls only. */
    private static boolean applies(FaultKind kind, String path) {
        return switch (kind) {
            case NO_OPEN_SERVER -> path.endsWith("/site");
            case ENDLESS_INTEGRATION -> path.endsWith("/site_status");
            case EMPTY_NOT_LAST -> path.endsWith("/pull");
            default -> true;
        };
    }
}
