package org.relais.record;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import org.relais.catalogue.Channel;
import org.relais.catalogue.RecordTypes;
import org.relais.record.projection.Projections;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Takes what is complete into the store while other channels are still received: upserts of the types that come in on none of
 * these, a chunk at a time as {@link Integrator} does it, which must not work meanwhile. A chunk of which anything is not as it should
 * be, a record that it refers to not there or a text that the database refuses, is left to the integrator, as are deletes and merges.
 */
@Component
public class EarlyIntegration {

    private final JdbcClient jdbc;
    private final StoreTransaction store;
    private final List<ArrivalMove> inOrder;

    EarlyIntegration(JdbcClient jdbc, StoreTransaction store, RecordTypes types, Projections projections, Clock clock) {
        this.jdbc = jdbc;
        this.store = store;
        this.inOrder = ArrivalMove.inOrder(types, jdbc, clock, projections);
    }

    /**
     * Looks at what there is to do. Called while nobody receives; what is received afterwards is left alone.
     *
     * @param toCome the channels that are received meanwhile, or after it
     * @return does it; for another thread
     */
    public Work beside(Set<Channel> toCome) {
        long newest = jdbc.sql("select next value for content_number")
                .query(Long.class)
                .single();
        Chunks chunks = new Chunks(jdbc, newest);
        Set<String> present = chunks.tables();
        List<ArrivalMove> complete = inOrder.stream()
                .filter(move -> present.contains(move.type().table()))
                .filter(move -> move.type().channels().stream().noneMatch(toCome::contains))
                .toList();
        return (stop, handled) -> integrate(complete, chunks, stop, handled);
    }

    /** Some integration. */
    @FunctionalInterface
    public interface Work {

        /**
         * Does it.
         *
         * @param stop whether to stop at the next chunk
         * @param handled is told, chunk by chunk, how many arrivals were dealt with
         */
        void integrate(BooleanSupplier stop, LongConsumer handled);
    }

    private void integrate(List<ArrivalMove> moves, Chunks chunks, BooleanSupplier stop, LongConsumer handled) {
        for (ArrivalMove move : moves) {
            String after = "";
            for (Optional<IdRange> range = chunks.next(move.type().table(), after);
                    range.isPresent() && !stop.getAsBoolean();
                    range = chunks.next(move.type().table(), after)) {
                IdRange chunk = range.get();
                handled.accept(unlessRefused(() -> store.alone(() -> move.settled(chunk))));
                after = chunk.upTo();
            }
        }
    }

    private static long unlessRefused(LongSupplier chunk) {
        try {
            return chunk.getAsLong();
        } catch (DataIntegrityViolationException refused) {
            // The integrator finds out which record it is, and says so.
            return 0;
        }
    }
}
