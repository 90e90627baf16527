package org.relais.record;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.relais.catalogue.Action;
import org.relais.catalogue.CentralServer;
import org.relais.catalogue.Channel;
import org.relais.catalogue.RecordKey;
import org.relais.catalogue.RecordType;
import org.relais.catalogue.RecordTypes;
import org.relais.catalogue.TitleWriting;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Follows single records: which one somebody means, and all that is kept of it. Reads only. */
@Component
public class Tracing {

    /** So many records are told of at most. */
    public static final int MOST = 50;

    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final String BETWEEN = " · ";
    private static final String HERE = "HERE";
    private static final String ACTIVITIES = "om_activity_log";

    private final JdbcClient jdbc;
    private final RecordTypes types;
    private final RecordStore store;

    Tracing(JdbcClient jdbc, RecordTypes types, RecordStore store) {
        this.jdbc = jdbc;
        this.types = types;
        this.store = store;
    }

    /**
     * The records that somebody can mean by a text: those whose id it is, wherever they are, and those in the store that are recognised
     * by it (a code, a number, a name), in any case of letters. Takes some seconds at most.
     */
    public Sought seek(String text) {
        Set<RecordKey> found = new LinkedHashSet<>(withId(text));
        TextScan scan = new TextScan(jdbc, PATIENCE);
        List<String> pieces = asValues(text);
        for (RecordType type : types.all()) {
            scan.holding(type.table(), pieces).forEach((id, json) -> {
                if (isCalled(type, json, text)) {
                    found.add(new RecordKey(type.table(), id));
                }
            });
        }
        return new Sought(found.stream().limit(MOST).toList(), scan.complete() && found.size() <= MOST);
    }

    /** As it stands in a JSON text: in quotes, or as a number. */
    private static List<String> asValues(String text) {
        String quoted = "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
        return text.chars().allMatch(Character::isDigit)
                ? List.of(quoted, ":" + text + ",", ":" + text + "}", ": " + text)
                : List.of(quoted);
    }

    private boolean isCalled(RecordType type, String json, String text) {
        return type.title(json, store, TitleWriting.OF_THE_WIRE).stream()
                .flatMap(title -> Stream.concat(Stream.of(title), Stream.of(title.split(BETWEEN))))
                .anyMatch(text::equalsIgnoreCase);
    }

    /** All records with an id. Types are named, as the tables' keys begin with them; those that nobody knows are only in the inbox. */
    private List<RecordKey> withId(String id) {
        Collection<String> known = types.all().stream().map(RecordType::table).toList();
        return jdbc.sql("""
                        select type, id from record_entry where type in (:known) and id = :id
                        union select type, record_id from inbox
                            where type in (select distinct type from inbox) and record_id = :id
                        union select type, id from outbox where type in (:known) and id = :id
                        union select type, id from record_merge where type in (:known) and id = :id
                        order by 1, 2
                        """)
                .param("known", known)
                .param("id", id)
                .query((row, n) -> new RecordKey(row.getString(1), row.getString(2)))
                .list();
    }

    /** All that is kept of a record; of one that is nowhere, that it is. */
    public RecordTrace of(RecordKey key) {
        Optional<WaitingChange> change = jdbc.sql(OutboxRows.WAITING + "where type = ? and id = ?")
                .params(key.table(), key.id())
                .query(OutboxRows::waiting)
                .optional();
        return new RecordTrace(
                key,
                stored(key).orElse(null),
                arrivals(key),
                change.map(WaitingChange::entry).orElse(null),
                change.map(WaitingChange::servers).orElse(Set.of()),
                keys(
                        "select missing_table, missing_id from awaited where type = ? and id = ? order by 1, 2 limit ?",
                        key),
                keys(
                        "select type, id from awaited where missing_table = ? and missing_id = ? order by 1, 2 limit ?",
                        key));
    }

    /** The text of a record, deleted or not, in the store or as it came last; empty when there is none. */
    public Optional<String> text(RecordKey key) {
        return jdbc.sql("""
                        select c.data from record_entry e join content c on c.number = e.content where e.type = ? and e.id = ?
                        union all
                        (select c.data from inbox i join content c on c.number = i.number
                            where i.type = ? and i.record_id = ? order by i.number desc limit 1)
                        limit 1
                        """)
                .params(key.table(), key.id(), key.table(), key.id())
                .query(String.class)
                .optional();
    }

    /** The texts of the activities that name a record, in no order, as many as were found in some seconds. */
    public List<String> activities(RecordKey key) {
        return List.copyOf(new TextScan(jdbc, PATIENCE)
                .holding(ACTIVITIES, asValues(key.id()))
                .values());
    }

    private Optional<RecordTrace.Stored> stored(RecordKey key) {
        return jdbc.sql("""
                        select e.received_at, e.changed_at, e.deleted_at, m.into_id from record_entry e
                        left join record_merge m on m.type = e.type and m.id = e.id
                        where e.type = ? and e.id = ?
                        """)
                .params(key.table(), key.id())
                .query((row, n) -> new RecordTrace.Stored(
                        row.getTimestamp(1).toInstant(),
                        row.getTimestamp(2).toInstant(),
                        moment(row.getTimestamp(3)),
                        row.getString(4)))
                .optional();
    }

    private List<Arrival> arrivals(RecordKey key) {
        return jdbc.sql("""
                        select number, channel, action, state, reason, field, missing_table, missing_id, detail, since
                        from inbox where type = ? and record_id = ? order by number desc limit ?
                        """)
                .params(key.table(), key.id(), MOST)
                .query(Tracing::arrival)
                .list()
                .reversed();
    }

    private List<RecordKey> keys(String sql, RecordKey key) {
        return jdbc.sql(sql)
                .params(key.table(), key.id(), MOST)
                .query((row, n) -> new RecordKey(row.getString(1), row.getString(2)))
                .list();
    }

    private static Arrival arrival(ResultSet row, int rowNumber) throws SQLException {
        String channel = row.getString("channel");
        CentralServer server =
                channel.equals(HERE) ? null : Channel.valueOf(channel).server();
        return new Arrival(
                row.getLong("number"),
                server,
                Action.valueOf(row.getString("action")),
                switch (InboxState.valueOf(row.getString("state"))) {
                    case NEW -> Arrival.Stands.TO_INTEGRATE;
                    case WAITING -> Arrival.Stands.WAITS;
                    case BROKEN, UNKNOWN_TYPE, REFUSED -> Arrival.Stands.SET_ASIDE;
                },
                Reason.ofArrival(row),
                row.getTimestamp("since").toInstant());
    }

    private static Instant moment(Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
