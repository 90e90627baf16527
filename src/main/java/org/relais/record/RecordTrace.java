package org.relais.record;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.relais.catalogue.CentralServer;
import org.relais.catalogue.RecordKey;
import org.relais.vocabulary.Keyed;

/**
 * All that is kept of where a record is and how it came there. Earlier versions are not kept, nor is what a server has been sent: its
 * line leaves the outbox.
 *
 * @param key which record
 * @param stored what the store has of it; null for nothing
 * @param arrivals what came and is not in the store, the oldest first
 * @param change what was changed here and is in the outbox; null for nothing
 * @param unsent the servers that have still to be sent the change
 * @param waitsFor records that it waits for, one that was made here
 * @param awaitedBy records made here that wait for it
 */
public record RecordTrace(
        RecordKey key,
        Stored stored,
        List<Arrival> arrivals,
        OutboxEntry change,
        Set<CentralServer> unsent,
        List<RecordKey> waitsFor,
        List<RecordKey> awaitedBy) {

    public RecordTrace {
        arrivals = List.copyOf(arrivals);
        unsent = Set.copyOf(unsent);
        waitsFor = List.copyOf(waitsFor);
        awaitedBy = List.copyOf(awaitedBy);
    }

    /**
     * What the store has of a record.
     *
     * @param receivedAt when this version came, or was made here
     * @param changedAt when it was taken into the store, deleted or merged
     * @param deletedAt when it was deleted; null while it is in use
     * @param mergedInto the id of the record that stands for it; null when it was not merged
     */
    public record Stored(Instant receivedAt, Instant changedAt, Instant deletedAt, String mergedInto) {

        /** Where this version was made; what was deleted or merged since does not tell. */
        public Origin origin() {
            if (deletedAt != null || mergedInto != null) {
                return Origin.UNKNOWN;
            }
            // What is saved here is in the store at once; what comes is received first, and integrated later in the
            // run.
            return receivedAt.equals(changedAt) ? Origin.HERE : Origin.CENTRAL_SERVER;
        }
    }

    /** Where a version was made. */
    public enum Origin {
        HERE,
        CENTRAL_SERVER,
        UNKNOWN
    }

    /** How things stand with a record, in one word. */
    public enum State implements Keyed {
        IN_USE,
        MERGED,
        DELETED,
        TO_INTEGRATE,
        WAITS,
        SET_ASIDE,
        NOWHERE
    }

    /** How things stand with it now. */
    public State state() {
        if (stored != null) {
            return stored.mergedInto() != null
                    ? State.MERGED
                    : stored.deletedAt() != null ? State.DELETED : State.IN_USE;
        }
        if (arrivals.isEmpty()) {
            return change == null ? State.NOWHERE : State.DELETED;
        }
        return switch (arrivals.getLast().stands()) {
            case TO_INTEGRATE -> State.TO_INTEGRATE;
            case WAITS -> State.WAITS;
            case SET_ASIDE -> State.SET_ASIDE;
        };
    }
}
