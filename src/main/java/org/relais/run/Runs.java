package org.relais.run;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.relais.catalogue.CentralServer;
import org.relais.central.FailureCode;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** The runs in the database, which is where the truth about them is: tables {@code sync_run} and {@code sync_step}. */
@Component
public class Runs {

    /** What {@code error_call} and {@code error_detail} hold. */
    private static final int LONGEST_CALL = 250;

    private static final int LONGEST_DETAIL = 16_000;

    /** Takes the outcome twice and the trigger twice; null lets all through. */
    private static final String FILTER = "where (? is null or outcome = ?) and (? is null or trigger_key = ?)";

    private final JdbcClient jdbc;
    private final TransactionOperations transaction;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Runs(JdbcClient jdbc, TransactionOperations transaction, Clock clock, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
        this.events = events;
    }

    /** The run that has not ended, if there is one: asked for, or under way in some process. */
    public record Unfinished(long id, boolean begun) {}

    /** Changes whenever anything about the newest run does. */
    public record Mark(long id, long version) {}

    /**
     * Writes down a run that is to begin.
     *
     * @throws DuplicateKeyException when there already is one that has not ended
     */
    public Run request(Trigger trigger, String user, List<SyncStep> steps) {
        return transaction.execute(status -> insert(trigger, user, steps));
    }

    /** The process takes the run; its start is now, its steps are those that are due now. */
    public Run begin(long id, String node, List<SyncStep> steps) {
        return transaction.execute(status -> {
            jdbc.sql("update sync_run set node = ?, started_at = ?, updated_at = ?, version = version + 1 where id = ?")
                    .params(node, now(), now(), id)
                    .update();
            jdbc.sql("delete from sync_step where run_id = ?").param(id).update();
            insertSteps(id, steps);
            return find(id).orElseThrow();
        });
    }

    /**
     * Writes down how far a run is; of its steps those that changed since it was written last. A run that was closed meanwhile
     * is left as it is.
     */
    public void save(Run before, Run after) {
        boolean open = Boolean.TRUE.equals(transaction.execute(status -> {
            boolean stillOpen = saveRun(after);
            if (stillOpen) {
                for (int i = 0; i < after.steps().size(); i++) {
                    RunStep step = after.steps().get(i);
                    if (!step.equals(before.steps().get(i))) {
                        saveStep(after.id(), i, step);
                    }
                }
            }
            return stillOpen;
        }));
        if (open && after.outcome() != Outcome.RUNNING) {
            events.publishEvent(new RunEnded(after));
        }
    }

    /**
     * Closes a run that a process began and did not end. Its end is its last sign of life.
     *
     * @return whether it was still open
     */
    public boolean closeInterrupted(long id) {
        boolean wasOpen = Boolean.TRUE.equals(transaction.execute(status -> {
            int closed = jdbc.sql("""
                            update sync_run set outcome = 'interrupted', finished_at = updated_at, version = version + 1,
                                error_code = coalesce(error_code, :code), error_detail = coalesce(error_detail, ''),
                                error_at = coalesce(error_at, updated_at)
                            where id = :id and outcome = 'running' and node is not null
                            """)
                    .param("code", FailureCode.INTERRUPTED.key())
                    .param("id", id)
                    .update();
            if (closed > 0) {
                closeSteps(id);
            }
            return closed > 0;
        }));
        if (wasOpen) {
            find(id).map(RunEnded::new).ifPresent(events::publishEvent);
        }
        return wasOpen;
    }

    public Optional<Unfinished> unfinished() {
        return jdbc.sql("select id, node is not null begun from sync_run where outcome = 'running'")
                .query((row, number) -> new Unfinished(row.getLong("id"), row.getBoolean("begun")))
                .optional();
    }

    /** Asks a run to stop. Returns false when it has ended already. */
    public boolean requestCancel(long id) {
        return jdbc.sql("update sync_run set cancel_requested = 1, version = version + 1"
                                + " where id = ? and outcome = 'running'")
                        .param(id)
                        .update()
                > 0;
    }

    public boolean cancelRequested(long id) {
        return jdbc.sql("select cancel_requested from sync_run where id = ?")
                .param(id)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    public Optional<Run> find(long id) {
        return load("where id = ?", id).stream().findFirst();
    }

    public Optional<Run> running() {
        return load("where outcome = ?", Outcome.RUNNING.key()).stream().findFirst();
    }

    /** The newest run that ended. */
    public Optional<Run> last() {
        return load("where outcome <> ? order by id desc limit 1", Outcome.RUNNING.key()).stream()
                .findFirst();
    }

    /** The newest run that succeeded. */
    public Optional<Run> lastSuccess() {
        return load("where outcome = ? order by id desc limit 1", Outcome.SUCCEEDED.key()).stream()
                .findFirst();
    }

    /** The newest runs, the newest first. */
    public List<Run> newest(int limit) {
        return load("order by id desc limit ?", limit);
    }

    /** A page of the runs that a filter lets through, the newest first. */
    public List<Run> page(RunFilter filter, int offset, int limit) {
        return load(
                FILTER + " order by id desc limit ? offset ?",
                filter.outcomeKey(),
                filter.outcomeKey(),
                filter.triggerKey(),
                filter.triggerKey(),
                limit,
                offset);
    }

    public long count(RunFilter filter) {
        return jdbc.sql("select count(*) from sync_run " + FILTER)
                .params(filter.outcomeKey(), filter.outcomeKey(), filter.triggerKey(), filter.triggerKey())
                .query(Long.class)
                .single();
    }

    /** The mark of the newest run, or null before the first. */
    public Mark mark() {
        return jdbc.sql("select id, version from sync_run order by id desc limit 1")
                .query((row, number) -> new Mark(row.getLong("id"), row.getLong("version")))
                .optional()
                .orElse(null);
    }

    private Run insert(Trigger trigger, String user, List<SyncStep> steps) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        jdbc.sql("insert into sync_run (trigger_key, started_by, started_at, outcome, updated_at)"
                        + " values (?, ?, ?, ?, ?)")
                .params(trigger.key(), user, now(), Outcome.RUNNING.key(), now())
                .update(key, "id");
        long id = key.getKeyAs(Number.class).longValue();
        insertSteps(id, steps);
        return find(id).orElseThrow();
    }

    private void insertSteps(long id, List<SyncStep> steps) {
        for (int i = 0; i < steps.size(); i++) {
            jdbc.sql("insert into sync_step (run_id, position, step, state) values (?, ?, ?, ?)")
                    .params(id, i, steps.get(i).key(), StepState.PENDING.key())
                    .update();
        }
    }

    private boolean saveRun(Run run) {
        int open = jdbc.sql("""
                        update sync_run set outcome = :outcome, finished_at = :finished, updated_at = :now,
                            version = version + 1, sent = :sent, received = :received, error_code = :code, error_server = :server, error_call = :call,
                            error_detail = :detail, error_at = :at
                        where id = :id and outcome = 'running'
                        """)
                .param("outcome", run.outcome().key())
                .param("finished", utc(run.finishedAt()))
                .param("now", now())
                .param("sent", run.sent())
                .param("received", run.received())
                .params(failureColumns(run.error()))
                .param("id", run.id())
                .update();
        return open > 0;
    }

    private void saveStep(long id, int position, RunStep step) {
        jdbc.sql("""
                        update sync_step set state = :state, total = :total, done = :done, sent = :sent,
                            started_at = :started, finished_at = :finished, error_code = :code, error_server = :server,
                            error_call = :call, error_detail = :detail, error_at = :at
                        where run_id = :id and position = :position
                        """)
                .param("state", step.state().key())
                .param("total", step.total())
                .param("done", step.done())
                .param("sent", step.sent())
                .param("started", utc(step.startedAt()))
                .param("finished", utc(step.finishedAt()))
                .params(failureColumns(step.error()))
                .param("id", id)
                .param("position", position)
                .update();
    }

    private void closeSteps(long id) {
        jdbc.sql("""
                        update sync_step s join sync_run r on r.id = s.run_id
                        set s.error_code = if(s.state = 'active', :code, s.error_code),
                            s.error_detail = if(s.state = 'active', '', s.error_detail),
                            s.error_at = if(s.state = 'active', r.finished_at, s.error_at),
                            s.finished_at = if(s.state = 'active', r.finished_at, s.finished_at),
                            s.state = if(s.state = 'active', 'failed', 'skipped')
                        where s.run_id = :id and s.state in ('active', 'pending')
                        """)
                .param("code", FailureCode.INTERRUPTED.key())
                .param("id", id)
                .update();
    }

    private List<Run> load(String condition, Object... parameters) {
        List<Run> runs = jdbc.sql("select * from sync_run " + condition)
                .params(parameters)
                .query(Runs::run)
                .list();
        if (runs.isEmpty()) {
            return runs;
        }
        Map<Long, List<RunStep>> steps = steps(runs.stream().map(Run::id).toList());
        List<Run> complete = new ArrayList<>();
        for (Run run : runs) {
            complete.add(new Run(
                    run.id(),
                    run.trigger(),
                    run.startedBy(),
                    run.startedAt(),
                    run.finishedAt(),
                    run.outcome(),
                    steps.getOrDefault(run.id(), List.of()),
                    run.error()));
        }
        return complete;
    }

    private Map<Long, List<RunStep>> steps(List<Long> runs) {
        record Row(long run, RunStep step) {}
        return jdbc
                .sql("select * from sync_step where run_id in (:runs) order by run_id, position")
                .param("runs", runs)
                .query((row, number) -> new Row(row.getLong("run_id"), step(row)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Row::run, Collectors.mapping(Row::step, Collectors.toList())));
    }

    private static Run run(ResultSet row, int number) throws SQLException {
        return new Run(
                row.getLong("id"),
                word(Trigger.class, row.getString("trigger_key")),
                row.getString("started_by"),
                instant(row, "started_at"),
                instant(row, "finished_at"),
                word(Outcome.class, row.getString("outcome")),
                List.of(),
                failure(row));
    }

    private static RunStep step(ResultSet row) throws SQLException {
        return new RunStep(
                word(SyncStep.class, row.getString("step")),
                word(StepState.class, row.getString("state")),
                row.getObject("total", Long.class),
                row.getObject("done", Long.class),
                row.getObject("sent", Long.class),
                instant(row, "started_at"),
                instant(row, "finished_at"),
                failure(row));
    }

    private static Failure failure(ResultSet row) throws SQLException {
        String code = row.getString("error_code");
        if (code == null) {
            return null;
        }
        String server = row.getString("error_server");
        return new Failure(
                word(FailureCode.class, code),
                server == null ? null : word(CentralServer.class, server),
                row.getString("error_call"),
                row.getString("error_detail"),
                instant(row, "error_at"));
    }

    private static Map<String, Object> failureColumns(Failure failure) {
        Map<String, Object> columns = new HashMap<>();
        columns.put("code", failure == null ? null : failure.code().key());
        columns.put(
                "server",
                failure == null || failure.server() == null
                        ? null
                        : failure.server().key());
        columns.put("call", failure == null ? null : cut(failure.call(), LONGEST_CALL));
        columns.put("detail", failure == null ? null : cut(failure.detail(), LONGEST_DETAIL));
        columns.put("at", failure == null ? null : utc(failure.at()));
        return columns;
    }

    private static String cut(String text, int length) {
        return text == null || text.length() <= length ? text : text.substring(0, length);
    }

    private static <E extends Enum<E>> E word(Class<E> type, String key) {
        return Enum.valueOf(type, key.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private LocalDateTime now() {
        return utc(clock.instant());
    }

    private static LocalDateTime utc(Instant instant) {
        return instant == null ? null : LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        LocalDateTime time = row.getObject(column, LocalDateTime.class);
        return time == null ? null : time.toInstant(ZoneOffset.UTC);
    }
}
