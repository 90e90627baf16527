package org.relais.run;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rows of runs as a test needs them, whatever the program would write. */
public final class RunRows {

    private final JdbcClient jdbc;

    public RunRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** None is left. */
    public void forget() {
        jdbc.sql("delete from sync_run").update();
    }

    /** A run of a minute; one that goes on when the outcome says so. */
    public long run(String start, String outcome, String trigger, long sent, long received) {
        LocalDateTime began = LocalDateTime.ofInstant(Instant.parse(start), ZoneOffset.UTC);
        return jdbc.sql("""
                        insert into sync_run (trigger_key, started_at, finished_at, outcome, updated_at, sent, received)
                        values (?, ?, ?, ?, ?, ?, ?) returning id
                        """)
                .params(
                        trigger,
                        began,
                        outcome.equals("running") ? null : began.plusMinutes(1),
                        outcome,
                        began,
                        sent,
                        received)
                .query(Long.class)
                .single();
    }

    /** A run of the schedule that moved nothing. */
    public long run(String start, String outcome) {
        return run(start, outcome, "schedule", 0, 0);
    }

    /** A step of a run. */
    public void step(long run, int position, String step, String state) {
        jdbc.sql("insert into sync_step (run_id, position, step, state) values (?, ?, ?, ?)")
                .params(run, position, step, state)
                .update();
    }

    /** The runs that are kept, the newest first. */
    public List<Long> ids() {
        return jdbc.sql("select id from sync_run order by id desc")
                .query(Long.class)
                .list();
    }
}
