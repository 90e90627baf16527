package org.relais.record;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.relais.catalogue.Deletion;
import org.relais.catalogue.RecordKey;
import org.relais.record.projection.Projections;
import org.relais.record.projection.RecordSet;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes what is changed here, in batches, in the caller's transaction. */
final class LocalWriter {

    /** The rows of a batch: what {@code content_number} advances by. */
    static final int BATCH = ContentNumbers.BLOCK;

    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final Projections projections;
    private final Clock clock;

    LocalWriter(JdbcClient jdbc, JdbcTemplate template, Projections projections, Clock clock) {
        this.jdbc = jdbc;
        this.template = template;
        this.projections = projections;
        this.clock = clock;
    }

    /**
     * A record with the number of its text.
     *
     * @param owner the store that it belongs to; null when it belongs to none
     */
    record Numbered(LocalDraft draft, String owner, long number) {}

    /** Puts records into the store, in place of what it has of them. */
    void store(List<Numbered> records) {
        Timestamp now = now();
        dropStored(records.stream().map(Numbered::draft).toList());
        writeContents(records);
        writeEntries(records, now);
        sets(records.stream().map(Numbered::draft)).forEach(projections::changed);
    }

    /** Two statements, for the driver sends each as one packet; one for whatever is to become of a row would be sent row by row. */
    private void writeEntries(List<Numbered> records, Timestamp now) {
        Map<Boolean, List<Numbered>> known = records.stream()
                .collect(Collectors.partitioningBy(
                        record -> record.draft().before().content() != null));
        template.batchUpdate("""
                insert into record_entry (store_id, content, received_at, changed_at, type, id) values (?, ?, ?, ?, ?, ?)
                """, known.get(false), BATCH, (row, record) -> setEntry(row, record, now));
        template.batchUpdate("""
                update record_entry set store_id = ?, content = ?, received_at = ?, changed_at = ?, deleted_at = null
                where type = ? and id = ?
                """, known.get(true), BATCH, (row, record) -> setEntry(row, record, now));
    }

    private static void setEntry(PreparedStatement row, Numbered record, Timestamp now) throws SQLException {
        row.setString(1, record.owner());
        row.setLong(2, record.number());
        row.setTimestamp(3, now);
        row.setTimestamp(4, now);
        row.setString(5, record.draft().key().table());
        row.setString(6, record.draft().key().id());
    }

    /** Takes records out of the store, each as its type says. */
    void remove(List<LocalDraft> records) {
        Timestamp now = now();
        List<LocalDraft> kept = new ArrayList<>();
        List<LocalDraft> gone = new ArrayList<>();
        records.forEach(record -> (record.type().deletion() == Deletion.SOFT ? kept : gone).add(record));
        template.batchUpdate(
                "update record_entry set deleted_at = ?, changed_at = ? where type = ? and id = ?",
                kept,
                BATCH,
                (row, record) -> {
                    row.setTimestamp(1, now);
                    row.setTimestamp(2, now);
                    row.setString(3, record.key().table());
                    row.setString(4, record.key().id());
                });
        dropStored(gone);
        template.batchUpdate("delete from record_entry where type = ? and id = ?", gone, BATCH, (row, record) -> {
            row.setString(1, record.key().table());
            row.setString(2, record.key().id());
        });
        sets(records.stream()).forEach(projections::removed);
    }

    private static Stream<RecordSet> sets(Stream<LocalDraft> records) {
        return records
                .map(LocalDraft::key)
                .collect(Collectors.groupingBy(
                        RecordKey::table, Collectors.mapping(RecordKey::id, Collectors.toCollection(TreeSet::new))))
                .entrySet()
                .stream()
                .map(ofOneType -> RecordSet.of(ofOneType.getKey(), ofOneType.getValue()));
    }

    /**
     * Keeps records that wait for others in the inbox.
     *
     * @param records each with the others that it waits for
     */
    void keepWaiting(List<Waiting> records) {
        Timestamp now = now();
        writeContents(records.stream().map(Waiting::record).toList());
        template.batchUpdate("""
                insert into inbox (number, channel, type, record_id, action, state, reason, field, missing_table, missing_id, since)
                values (?, 'HERE', ?, ?, 'UPSERT', 'WAITING', 'REFERENCE_MISSING', ?, ?, ?, ?)
                """, records, BATCH, (row, waiting) -> {
            LocalDraft.NamedRecord first = waiting.missing().getFirst();
            row.setLong(1, waiting.record().number());
            row.setString(2, waiting.record().draft().key().table());
            row.setString(3, waiting.record().draft().key().id());
            row.setString(4, first.field());
            row.setString(5, first.key().table());
            row.setString(6, first.key().id());
            row.setTimestamp(7, now);
        });
        template.batchUpdate(
                "insert into awaited (missing_table, missing_id, type, id) values (?, ?, ?, ?)",
                records.stream().flatMap(Waiting::awaited).toList(),
                BATCH,
                (row, awaited) -> {
                    row.setString(1, awaited.missing().table());
                    row.setString(2, awaited.missing().id());
                    row.setString(3, awaited.by().table());
                    row.setString(4, awaited.by().id());
                });
    }

    /** A record and the others that it waits for, at least one. */
    record Waiting(Numbered record, List<LocalDraft.NamedRecord> missing) {

        private Stream<Awaited> awaited() {
            return missing.stream()
                    .map(LocalDraft.NamedRecord::key)
                    .distinct()
                    .map(key -> new Awaited(key, record.draft().key()));
        }
    }

    private record Awaited(RecordKey missing, RecordKey by) {}

    /** Forgets what waited in the inbox of records that are changed anew. */
    void dropWaiting(List<LocalDraft> records) {
        List<LocalDraft> waiting = records.stream()
                .filter(record -> record.before().waiting() != null)
                .toList();
        stopWaiting(waiting.stream().map(LocalDraft::key).toList());
        dropContents(waiting.stream().map(record -> record.before().waiting()).toList());
        template.batchUpdate(
                "delete from inbox where type = ? and record_id = ? and number = ?", waiting, BATCH, (row, record) -> {
                    row.setString(1, record.key().table());
                    row.setString(2, record.key().id());
                    row.setLong(3, record.before().waiting());
                });
    }

    private void stopWaiting(List<RecordKey> keys) {
        template.batchUpdate("delete from awaited where type = ? and id = ?", keys, BATCH, (row, key) -> {
            row.setString(1, key.table());
            row.setString(2, key.id());
        });
    }

    /** Notes that a record that waited cannot be stored, now that others are there. */
    void refuse(RecordKey key, Reason reason) {
        stopWaiting(List.of(key));
        jdbc.sql("""
                        update inbox set state = 'REFUSED', reason = ?, field = ?, missing_table = null, missing_id = null, detail = ?
                        where type = ? and record_id = ? and channel = 'HERE'
                        """)
                .params(reason.kind().name(), reason.field(), reason.detail(), key.table(), key.id())
                .update();
    }

    /** Lets a record that was refused wait again, to be tried. */
    void resume(RecordKey key) {
        jdbc.sql("update inbox set state = 'WAITING' where type = ? and record_id = ? and channel = 'HERE'")
                .params(key.table(), key.id())
                .update();
    }

    /** The first of a batch of numbers for texts. */
    long firstNumber() {
        return jdbc.sql("select next value for content_number")
                .query(Long.class)
                .single();
    }

    private void writeContents(List<Numbered> records) {
        template.batchUpdate("insert into content (number, data) values (?, ?)", records, BATCH, (row, record) -> {
            row.setLong(1, record.number());
            row.setString(2, record.draft().text());
        });
    }

    private void dropStored(List<LocalDraft> records) {
        dropContents(records.stream()
                .map(record -> record.before().content())
                .filter(Objects::nonNull)
                .toList());
    }

    private void dropContents(List<Long> numbers) {
        if (!numbers.isEmpty()) {
            jdbc.sql("delete from content where number in (:numbers)")
                    .param("numbers", numbers)
                    .update();
        }
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
