package org.relais.soak;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.relais.demo.DemoNetwork;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Compares what a site's database says after its schedule with the model, and looks for what a run must not leave behind. */
final class Checker {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration LOOK = Duration.ofMillis(10);

    /** What must be zero, by what it is. */
    private static final Map<String, String> ZEROS = new TreeMap<>(Map.of(
            "changes that wait to be sent",
            "select count(*) from outbox",
            "texts that nobody has",
            "select count(*) from content where number not in (select content from record_entry)"
                    + " and number not in (select number from inbox)",
            "records without their text",
            "select count(*) from record_entry where content not in (select number from content)",
            "notes of waiting that nobody needs",
            "select count(*) from awaited a where not exists (select 1 from inbox i where i.channel = 'HERE'"
                    + " and i.type = a.type and i.record_id = a.id)",
            "runs that are open",
            "select count(*) from sync_run where outcome = 'running' or finished_at is null",
            "steps that are open",
            "select count(*) from sync_step where state = 'active'",
            "failed runs without a code",
            "select count(*) from sync_run where outcome in ('failed', 'partial') and error_code is null",
            "failures that are faults of the program",
            "select count(*) from sync_run r left join sync_step s on s.run_id = r.id"
                    + " where r.error_code = 'fault' or s.error_code = 'fault'",
            "locks on runs",
            "select is_used_lock(concat('relais-run-', md5(database()))) is not null",
            "jobs of Quartz that go on",
            "select count(*) from QRTZ_FIRED_TRIGGERS"));

    private static final List<String> LOCKED = List.of(
            "record_gate", "record_entry", "inbox", "outbox", "channel_cursor", "sync_run", "sync_step", "content");

    private final JdbcClient database;

    Checker(JdbcClient database) {
        this.database = database;
    }

    /** What is wrong; empty when nothing is. */
    List<String> check(Model model, DemoNetwork network) {
        List<String> wrong = new ArrayList<>();
        ZEROS.forEach((what, question) -> {
            long count = settled(question);
            if (count != 0) {
                wrong.add(count + " " + what);
            }
        });
        wrong.addAll(model.differences(Image.of(database)));
        wrong.addAll(new Received(network, database).differences(model));
        return wrong;
    }

    /** What somebody is just about to end may take a moment. */
    private long settled(String question) {
        settles(() -> count(question) == 0);
        return count(question);
    }

    /** Whether something is so, or soon will be. */
    static boolean settles(BooleanSupplier condition) {
        long limit = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > limit) {
                return false;
            }
            LockSupport.parkNanos(LOOK.toNanos());
        }
        return true;
    }

    private long count(String question) {
        return database.sql(question).query(Long.class).single();
    }

    /** Whether somebody still has rows locked. */
    List<String> locks(TransactionTemplate transaction) {
        List<String> wrong = new ArrayList<>();
        for (String table : LOCKED) {
            try {
                transaction.executeWithoutResult(status -> {
                    status.setRollbackOnly();
                    database.sql("select 1 from " + table + " for update nowait")
                            .query(Integer.class)
                            .list();
                });
            } catch (DataAccessException e) {
                wrong.add("rows of " + table + " are locked: " + e.getMessage());
            }
        }
        return wrong;
    }

    /** The rows of tables, to be compared with what they are when they were made anew. */
    Map<String, List<String>> rows(List<String> tables) {
        Map<String, List<String>> rows = new HashMap<>();
        for (String table : tables) {
            rows.put(
                    table,
                    database.sql("select * from " + table).query().listOfRows().stream()
                            .map(row -> new TreeMap<>(row).toString())
                            .sorted()
                            .toList());
        }
        return rows;
    }

    /** What tables lack, or have too much, when they are compared with what they are when made anew. */
    List<String> projections(Map<String, List<String>> kept, Map<String, List<String>> madeAnew) {
        List<String> wrong = new ArrayList<>();
        madeAnew.forEach((table, anew) -> {
            if (!anew.equals(kept.get(table))) {
                Set<String> lacking = new TreeSet<>(anew);
                kept.get(table).forEach(lacking::remove);
                Set<String> left = new TreeSet<>(kept.get(table));
                anew.forEach(left::remove);
                wrong.add("projection " + table + ": lacks " + lacking + ", has too much " + left);
            }
        });
        return wrong;
    }
}
