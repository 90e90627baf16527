package org.relais.record;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.relais.catalogue.CentralServer;
import org.relais.catalogue.RecordKey;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Writes rows of the outbox. Most changes have none there yet, and the driver sends these as one packet; it cannot do so with what is
 * to become of a row that may be there, so only those that are there go one by one.
 */
final class OutboxMarks {

    private static final int BATCH = 1000;

    private static final String INSERT = """
            insert into outbox (type, id, revision, action, since, created, to_legacy, to_open, base)
            values (?, ?, next value for outbox_revision, ?, ?, ?, ?, ?, ?)
            """;

    private static final String RENEW = INSERT + """
            on duplicate key update
                base = if(%s, base, value(base)),
                created = created and not (to_legacy and legacy_revision > 0 or to_open and open_revision > 0),
                revision = value(revision), action = value(action), to_legacy = value(to_legacy),
                to_open = value(to_open), reason = null, field = null, detail = null
            """.formatted(Outbox.NEEDED);

    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final Clock clock;

    OutboxMarks(JdbcClient jdbc, JdbcTemplate template, Clock clock) {
        this.jdbc = jdbc;
        this.template = template;
        this.clock = clock;
    }

    /** Marks records as changed, in this order, in the transaction of whoever is alone in the store. */
    void write(List<OutboxMark> changed) {
        Timestamp now = Timestamp.from(clock.instant());
        Set<RecordKey> there = there(changed);
        List<OutboxMark> alike = new ArrayList<>();
        for (OutboxMark mark : changed) {
            if (!alike.isEmpty() && there.contains(alike.getLast().key()) != there.contains(mark.key())) {
                write(alike, there, now);
                alike = new ArrayList<>();
            }
            alike.add(mark);
        }
        write(alike, there, now);
    }

    private void write(List<OutboxMark> alike, Set<RecordKey> there, Timestamp now) {
        if (!alike.isEmpty()) {
            String sql = there.contains(alike.getFirst().key()) ? RENEW : INSERT;
            template.batchUpdate(sql, alike, BATCH, (row, mark) -> set(row, mark, now));
        }
    }

    private static void set(PreparedStatement row, OutboxMark mark, Timestamp now) throws SQLException {
        row.setString(1, mark.key().table());
        row.setString(2, mark.key().id());
        row.setString(3, mark.action().name());
        row.setTimestamp(4, now);
        row.setBoolean(5, mark.created());
        row.setBoolean(6, mark.receivers().contains(CentralServer.LEGACY));
        row.setBoolean(7, mark.receivers().contains(CentralServer.OPEN));
        row.setString(8, mark.base());
    }

    private Set<RecordKey> there(List<OutboxMark> changed) {
        Set<RecordKey> there = new HashSet<>();
        changed.stream()
                .map(OutboxMark::key)
                .collect(Collectors.groupingBy(RecordKey::table, Collectors.mapping(RecordKey::id, Collectors.toSet())))
                .forEach((table, ids) -> jdbc.sql("select id from outbox where type = :table and id in (:ids)")
                        .param("table", table)
                        .param("ids", ids)
                        .query(String.class)
                        .list()
                        .forEach(id -> there.add(new RecordKey(table, id))));
        return there;
    }
}
