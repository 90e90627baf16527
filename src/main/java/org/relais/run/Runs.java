package org.relais.run;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.ScrollPosition;
import org.springframework.data.domain.Sort;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The runs in the database, which is where the truth about them is: tables {@code sync_run} and {@code sync_step}. Every
 * question is asked anew, for another process may have answered it differently a moment ago.
 */
@Component
public class Runs {

    private static final Sort NEWEST_FIRST = Sort.by("id").descending();
    private static final int BATCH = 500;

    private final RunRepository rows;
    private final TransactionOperations transaction;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Runs(RunRepository rows, TransactionOperations transaction, Clock clock, ApplicationEventPublisher events) {
        this.rows = rows;
        this.transaction = transaction;
        this.clock = clock;
        this.events = events;
    }

    /** The run that has not ended, if there is one: asked for, or under way in some process. */
    public record Unfinished(long id, boolean begun) {}

    /** Changes whenever anything about the newest run does. */
    public record Mark(long id, long version) {}

    /**
     * A run that succeeded.
     *
     * @param at when it ended, by the clock of that moment
     */
    public record Success(long id, Instant at) {}

    /**
     * Writes down a run that is to begin, in the caller's transaction where there is one.
     *
     * @throws DataIntegrityViolationException when there already is one that has not ended
     */
    public Run request(Trigger trigger, String user, RunPlan plan) {
        return transaction.execute(status ->
                rows.saveAndFlush(new RunRow(trigger, user, plan, now())).read());
    }

    /** The process takes the run; its start is now. */
    public Run begin(long id, String node) {
        return transaction.execute(status -> {
            RunRow row = rows.lock(id).orElseThrow();
            row.begin(node, now());
            return row.read();
        });
    }

    /** Writes down how far a run is. One that was closed meanwhile is left as it is. */
    public void save(Run run) {
        boolean kept = changed(run.id(), RunRow::open, row -> row.keep(run, now()));
        if (kept && run.outcome() != Outcome.RUNNING) {
            events.publishEvent(new RunEnded(run));
        }
    }

    /**
     * Closes a run that a process began and did not end, as interrupted, or as cancelled if somebody asked it to stop. Its end is
     * its last sign of life.
     *
     * @param why what there is to say about it, or an empty text
     * @return whether it was still open
     */
    public boolean close(long id, String why) {
        boolean wasOpen = changed(id, row -> row.open() && row.begun(), row -> row.close(why));
        if (wasOpen) {
            find(id).map(RunEnded::new).ifPresent(events::publishEvent);
        }
        return wasOpen;
    }

    /** The run that has not ended, asked for with one short question. */
    public Optional<Unfinished> unfinished() {
        return rows.unfinished(Outcome.RUNNING);
    }

    /** Asks a run to stop. Returns false when it has ended already. */
    public boolean requestCancel(long id) {
        return changed(id, RunRow::open, RunRow::requestCancel);
    }

    /** Whether somebody asked the run to stop. */
    public boolean cancelRequested(long id) {
        return rows.cancelRequested(id).orElse(false);
    }

    public Optional<Run> find(long id) {
        return transaction.execute(status -> rows.findById(id).map(RunRow::read));
    }

    /** The run that was going on at a moment; empty when none was, or it is no longer kept. */
    public Optional<Run> at(Instant moment) {
        return page(RunFilter.ALL.before(moment.plusNanos(1000)), 0, 1).stream()
                .filter(run -> run.finishedAt() == null || !run.finishedAt().isBefore(moment))
                .findFirst();
    }

    public Optional<Run> running() {
        return first(Outcome.RUNNING);
    }

    /** The newest run that ended. */
    public Optional<Run> last() {
        return ended(1).stream().findFirst();
    }

    /** The newest runs that ended, the newest first. */
    public List<Run> ended(int limit) {
        return read(() -> rows.findByOutcomeNotOrderByIdDesc(Outcome.RUNNING, Limit.of(limit)));
    }

    /** The newest run that succeeded. */
    public Optional<Run> lastSuccess() {
        return first(Outcome.SUCCEEDED);
    }

    /** When the newest run that succeeded ended, with one short question. */
    public Optional<Success> success() {
        return rows.successes(Outcome.SUCCEEDED, Limit.of(1)).stream().findFirst();
    }

    /** When the first of the runs after this one began, of those that did so by a moment. */
    public Optional<Instant> firstStartAfter(long id, Instant latest) {
        return rows.firstStartAfter(id, latest);
    }

    /** The newest runs, the newest first. */
    public List<Run> newest(int limit) {
        return read(() -> rows.findByOrderByIdDesc(Limit.of(limit)));
    }

    /** A page of the runs that a filter lets through, the newest first. */
    public List<Run> page(RunFilter filter, int offset, int limit) {
        ScrollPosition start = offset == 0 ? ScrollPosition.offset() : ScrollPosition.offset(offset - 1L);
        return read(() -> rows.findBy(
                filter.asSpecification(),
                runs -> runs.sortBy(NEWEST_FIRST).limit(limit).scroll(start).getContent()));
    }

    public long count(RunFilter filter) {
        return rows.count(filter.asSpecification());
    }

    /** The mark of the newest run, or null before the first. */
    public Mark mark() {
        return rows.marks(Limit.of(1)).stream().findFirst().orElse(null);
    }

    /**
     * Deletes the runs that are older than they are kept, a batch at a time, so that a run never waits long for it. The run that is
     * going on, the last one that ended and the last success are kept, however old they are: the status and the badge speak
     * of them. How old a run is, the runs after it say too: see {@link WitnessedTime}.
     *
     * @return how many were deleted
     */
    public long deleteOlderThan(Duration kept) {
        OptionalLong newestOfThem = newestOlderThan(kept);
        if (newestOfThem.isEmpty()) {
            return 0;
        }
        long deleted = 0;
        int batch;
        do {
            batch = transaction.execute(status -> deleteUpTo(newestOfThem.getAsLong()));
            deleted += batch;
        } while (batch == BATCH);
        return deleted;
    }

    private OptionalLong newestOlderThan(Duration kept) {
        WitnessedTime time = new WitnessedTime(now());
        long before = Long.MAX_VALUE;
        List<WitnessedTime.Start> starts;
        do {
            starts = rows.startsBefore(before, Limit.of(BATCH));
            for (WitnessedTime.Start start : starts) {
                if (time.since(start.at()).compareTo(kept) > 0) {
                    return OptionalLong.of(start.run());
                }
                before = start.run();
            }
        } while (starts.size() == BATCH);
        return OptionalLong.empty();
    }

    private int deleteUpTo(long last) {
        List<Long> old = rows.upTo(last, spared(), Limit.of(BATCH));
        rows.deleteAllByIdInBatch(old);
        return old.size();
    }

    private Set<Long> spared() {
        Set<Long> spared = new HashSet<>();
        unfinished().map(Unfinished::id).ifPresent(spared::add);
        last().map(Run::id).ifPresent(spared::add);
        success().map(Success::id).ifPresent(spared::add);
        return spared;
    }

    private Optional<Run> first(Outcome outcome) {
        return transaction.execute(
                status -> rows.findFirstByOutcomeOrderByIdDesc(outcome).map(RunRow::read));
    }

    /** The steps are read with the runs, before the transaction ends. */
    private List<Run> read(Supplier<List<RunRow>> question) {
        return transaction.execute(
                status -> question.get().stream().map(RunRow::read).toList());
    }

    /** Changes a run, if it is one that may be changed, while nobody else can. */
    private boolean changed(long id, Predicate<RunRow> allowed, Consumer<RunRow> change) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            Optional<RunRow> row = rows.lock(id).filter(allowed);
            row.ifPresent(change);
            return row.isPresent();
        }));
    }

    /** As exactly as the database keeps it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
