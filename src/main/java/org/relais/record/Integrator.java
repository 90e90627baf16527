package org.relais.record;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.relais.catalogue.RecordType;
import org.relais.catalogue.RecordTypes;
import org.relais.record.projection.Projections;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Takes what arrived from the inbox into the store: upserts type by type, so that a record comes after those it refers to;
 * then deletes the other way round; then merges.
 *
 * <p>It works on sets: a chunk of some thousand records is a handful of statements and one transaction. Killed at any moment,
 * the next integration does what is left, with the same result. A record that cannot be stored is set aside with its reason;
 * a chunk that the database refuses is done again record by record, so that only the bad one stays behind.
 */
@Component
public class Integrator {

    private static final Logger log = LoggerFactory.getLogger(Integrator.class);
    private static final int MERGES = 500;

    private final JdbcClient jdbc;
    private final StoreTransaction store;
    private final LocalChanges changes;
    private final Merges merges;
    private final List<ArrivalMove> inOrder;
    private final Chunks chunks;

    Integrator(
            JdbcClient jdbc,
            StoreTransaction store,
            LocalChanges changes,
            RecordTypes types,
            Projections projections,
            Clock clock) {
        this.jdbc = jdbc;
        this.store = store;
        this.changes = changes;
        this.chunks = new Chunks(jdbc, Long.MAX_VALUE);
        this.merges = new Merges(jdbc, projections, clock);
        this.inOrder = ArrivalMove.inOrder(types, jdbc, clock, projections);
    }

    /** Integrates what is in the inbox, unless it is cancelled between two chunks. Not for two threads at once. */
    public IntegrationResult integrate(IntegrationProgress progress) {
        var run = new Run(progress);
        Set<String> present = chunks.tables();
        List<ArrivalMove> moves = inOrder.stream()
                .filter(move -> present.contains(move.type().table()))
                .toList();
        moves.forEach(move -> run.throughRanges(move, ArrivalMove::upserts));
        moves.reversed().forEach(move -> run.throughRanges(move, ArrivalMove::deletes));
        moves.stream().map(ArrivalMove::type).filter(RecordType::merges).forEach(run::throughMerges);
        run.throughLocalRecords();
        return run.result();
    }

    /** One integration: how far it is, and whether to go on. */
    private final class Run {

        private final IntegrationProgress progress;
        private long total;
        private Tally tally = Tally.NOTHING;
        private boolean cancelled;

        Run(IntegrationProgress progress) {
            this.progress = progress;
            this.total = jdbc.sql("select count(*) from inbox where state = 'NEW'")
                    .query(Long.class)
                    .single();
            progress.total(total);
        }

        void throughRanges(ArrivalMove move, BiFunction<ArrivalMove, IdRange, Tally> step) {
            String table = move.type().table();
            String after = "";
            for (Optional<IdRange> range = chunks.next(table, after);
                    range.isPresent() && goesOn();
                    range = chunks.next(table, after)) {
                IdRange chunk = range.get();
                note(oneByOneIfRefused(chunk, part -> step.apply(move, part)));
                after = chunk.upTo();
            }
        }

        void throughMerges(RecordType type) {
            long after = 0;
            for (List<Merges.Merge> chunk = merges.next(type.table(), after, MERGES);
                    !chunk.isEmpty() && goesOn();
                    chunk = merges.next(type.table(), after, MERGES)) {
                List<Merges.Merge> due = chunk;
                note(store.alone(() -> merges.merge(type.table(), due)));
                after = chunk.getLast().number();
            }
        }

        /** What was made here and waited for what arrived. It is none of the arrivals that are counted. */
        void throughLocalRecords() {
            while (goesOn() && changes.takeUpWaiting()) {
                // A batch at a time, each a transaction of its own.
            }
        }

        IntegrationResult result() {
            return new IntegrationResult(tally.integrated(), tally.setAside(), !cancelled);
        }

        private boolean goesOn() {
            cancelled = cancelled || progress.cancelled();
            return !cancelled;
        }

        private void note(Tally part) {
            tally = tally.plus(part);
            if (tally.handled() > total) {
                total = tally.handled();
                progress.total(total);
            }
            if (part.handled() > 0) {
                progress.done(tally.handled());
            }
            if (part.setAside() > 0) {
                progress.setAside(tally.setAside());
            }
        }
    }

    private Tally oneByOneIfRefused(IdRange chunk, Function<IdRange, Tally> step) {
        try {
            return store.alone(() -> step.apply(chunk));
        } catch (DataIntegrityViolationException e) {
            log.info(
                    "The database refuses a record of {} between '{}' and '{}': one by one ({})",
                    chunk.type(),
                    chunk.after(),
                    chunk.upTo(),
                    e.getMostSpecificCause().getMessage());
        }
        Tally tally = Tally.NOTHING;
        for (IdRange single : singles(chunk)) {
            try {
                tally = tally.plus(store.alone(() -> step.apply(single)));
            } catch (DataIntegrityViolationException e) {
                tally = tally.plus(store.alone(() -> setAside(single, e)));
            }
        }
        return tally;
    }

    private List<IdRange> singles(IdRange chunk) {
        List<IdRange> singles = new ArrayList<>();
        String after = chunk.after();
        for (String id : jdbc.sql("select distinct record_id from inbox i force index (primary) where "
                        + IdRange.CONDITION + " order by record_id")
                .params(chunk.parameters())
                .query(String.class)
                .list()) {
            singles.add(new IdRange(chunk.type(), after, id, chunk.newest()));
            after = id;
        }
        return singles;
    }

    private Tally setAside(IdRange single, DataIntegrityViolationException refusal) {
        Reason reason = Reason.of(ReasonKind.DATABASE, refusal.getMostSpecificCause());
        List<Object> parameters = new ArrayList<>(List.of(reason.kind().name(), reason.detail()));
        parameters.addAll(single.parameters());
        int rows = jdbc.sql("update inbox i set i.state = 'BROKEN', i.reason = ?, i.field = null, i.detail = ? where "
                        + IdRange.CONDITION + " and i.state = 'NEW' and i.action <> 'MERGE'")
                .params(parameters)
                .update();
        return new Tally(rows, 0, rows);
    }
}
