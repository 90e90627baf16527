package org.relais.record;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Compares the store with what the central servers announced. It reads the store as it is at one moment and locks nothing of it, so
 * runs and people go on meanwhile; the digests of 250,000 records take some seconds.
 */
@Component
public class StoreComparison {

    /** How many rows are held of a table that is read through. */
    private static final int ROWS = 5000;

    /** So many lines are more than a comparison has to read. */
    private static final long MANY_LINES = 5000;

    private static final Digest NOTHING = new Digest(0, "0".repeat(16));

    private final JdbcClient jdbc;
    private final JdbcTemplate through;
    private final Announced announced;
    private final TransactionTemplate oneMoment;
    private final TransactionTemplate transaction;
    private final Clock clock;

    StoreComparison(JdbcClient jdbc, DataSource dataSource, PlatformTransactionManager transactions, Clock clock) {
        this.jdbc = jdbc;
        this.through = new JdbcTemplate(dataSource);
        through.setFetchSize(ROWS);
        this.announced = new Announced(jdbc);
        this.oneMoment = new TransactionTemplate(transactions);
        oneMoment.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        oneMoment.setReadOnly(true);
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    private record Digest(long records, String digits) {}

    private record Sum(List<Announced.Line> lines, Announced.Line sum) {}

    /** Compares everything. What was announced in many lines is summed up by the way. */
    public Sameness compare() {
        Map<String, Sum> sums = new TreeMap<>();
        Sameness found = oneMoment.execute(status -> {
            Map<String, Digest> digests = digests();
            List<TableSameness> tables = new ArrayList<>();
            for (String table : tables()) {
                List<Announced.Line> lines = announced.of(table);
                AnnouncedRecords records = new AnnouncedRecords(lines);
                note(table, records);
                Digest digest = digests.getOrDefault(table, NOTHING);
                tables.add(records.sameness(table, digest.records(), digest.digits()));
                if (lines.size() > 1) {
                    sums.put(table, new Sum(lines, records.summedUp()));
                }
            }
            return new Sameness(clock.instant().truncatedTo(ChronoUnit.MICROS), tables);
        });
        sums.forEach((table, sum) ->
                transaction.executeWithoutResult(status -> announced.sumUp(table, sum.lines(), sum.sum())));
        return found;
    }

    /** How many records the central servers sent since the store was empty, whatever became of them. */
    public long announced() {
        return announced.records();
    }

    /** Whether so much was taken down that it is time to sum it up, as a comparison does. */
    public boolean isDue() {
        return announced.lines() > MANY_LINES;
    }

    private List<String> tables() {
        return jdbc.sql("select distinct type from announced union select distinct type from record_entry"
                        + " union select distinct type from inbox"
                        + " where channel <> 'HERE' order by type")
                .query(String.class)
                .list();
    }

    private void note(String table, AnnouncedRecords records) {
        through.query(
                "select id, deleted_at is null from record_entry where type = ?",
                row -> {
                    records.stored(row.getString(1), row.getBoolean(2));
                },
                table);
        through.query(
                "select record_id, action = 'MERGE', state = 'NEW' from inbox where type = ? and channel <> 'HERE'",
                row -> {
                    noteArrival(row.getString(1), row.getBoolean(2), row.getBoolean(3), records);
                },
                table);
        through.query(
                "select id from outbox where type = ? and action = 'DELETE'",
                row -> {
                    records.deletedHere(row.getString(1));
                },
                table);
    }

    private static void noteArrival(String id, boolean merge, boolean fresh, AnnouncedRecords records) {
        if (merge && fresh) {
            records.mergeToIntegrate();
        } else if (merge) {
            records.mergeSetAside();
        } else if (fresh) {
            records.toIntegrate(id);
        } else {
            records.setAside(id);
        }
    }

    /**
     * One number for all records of a table, in whatever order they are read: half of each record's hash, added up without carrying.
     * The content is taken as it is kept, which is as it came but for the blanks between its values.
     */
    private Map<String, Digest> digests() {
        Map<String, Digest> digests = new HashMap<>();
        jdbc.sql("""
                select e.type, count(*), lower(lpad(hex(bit_xor(cast(conv(
                    left(sha1(concat(e.type, '\\0', e.id, '\\0', c.data)), 16), 16, 10) as unsigned))), 16, '0'))
                from record_entry e join content c on c.number = e.content
                where e.deleted_at is null
                group by e.type
                """).query(row -> {
            digests.put(row.getString(1), new Digest(row.getLong(2), row.getString(3)));
        });
        return digests;
    }
}
