package org.relais.record;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.relais.catalogue.Channel;
import org.relais.record.projection.CarriedReferences;
import org.relais.record.projection.Projections;
import org.relais.vocabulary.Texts;

/** Writes arrivals of one channel to the inbox, for the {@link Integrator}. Not for two threads at once. */
final class InboxRows implements AutoCloseable {

    private static final int WIDEST = 255;

    /** Integrating does this for the tables that it knows. */
    private static final String DROP_SUPERSEDED_OF_UNKNOWN_TABLES = """
            delete a, c from inbox b
            join inbox a force index (primary)
                on a.type = b.type and a.record_id = b.record_id and a.number < b.number
            left join content c on c.number = a.number
            where b.type = ? and b.number >= ? and b.state = 'UNKNOWN_TYPE' and a.state = 'UNKNOWN_TYPE'
                and a.action <> 'MERGE' and b.action <> 'MERGE'
            """;

    private final Connection connection;
    private final Channel channel;
    private final Projections projections;
    private final Timestamp since;
    private final PreparedStatement rows;
    private final Map<String, Long> firstOfUnknownTable = new HashMap<>();

    InboxRows(Connection connection, Channel channel, Projections projections, Instant since) throws SQLException {
        this.connection = connection;
        this.channel = channel;
        this.projections = projections;
        this.since = Timestamp.from(since);
        this.rows = connection.prepareStatement("""
                insert into inbox (number, channel, type, record_id, action, store_id,
                    ref1, ref2, ref3, ref4, ref5, ref6, ref7, ref8, state, reason, field, detail, since, carried)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""");
    }

    void write(List<NumberedArrival> arrivals) throws SQLException {
        for (NumberedArrival arrival : arrivals) {
            if (arrival.findings().state() == InboxState.UNKNOWN_TYPE) {
                firstOfUnknownTable.putIfAbsent(cut(arrival.record().table()), arrival.number());
            }
            add(arrival);
        }
        if (!arrivals.isEmpty()) {
            rows.executeBatch();
        }
    }

    /** All of a page were written. */
    void finish() throws SQLException {
        for (Map.Entry<String, Long> table : firstOfUnknownTable.entrySet()) {
            try (PreparedStatement drop = connection.prepareStatement(DROP_SUPERSEDED_OF_UNKNOWN_TABLES)) {
                drop.setString(1, table.getKey());
                drop.setLong(2, table.getValue());
                drop.executeUpdate();
            }
        }
    }

    @Override
    public void close() throws SQLException {
        rows.close();
    }

    private void add(NumberedArrival arrival) throws SQLException {
        Examiner.Findings findings = arrival.findings();
        rows.setLong(1, arrival.number());
        rows.setString(2, channel.name());
        rows.setString(3, cut(arrival.record().table()));
        rows.setString(4, cut(arrival.record().id()));
        rows.setString(5, arrival.action().name());
        rows.setString(6, cut(findings.storeId()));
        CarriedReferences.Columns columns =
                projections.carried(arrival.record().table()).columns(findings.references(), findings.named());
        for (int i = 0; i < columns.ids().size(); i++) {
            rows.setString(7 + i, columns.ids().get(i));
        }
        Reason reason = findings.reason();
        rows.setString(15, findings.state().name());
        rows.setString(16, reason == null ? null : reason.kind().name());
        rows.setString(17, reason == null ? null : reason.field());
        rows.setString(18, reason == null ? null : reason.detail());
        rows.setTimestamp(19, since);
        rows.setObject(20, columns.mark(), Types.INTEGER);
        rows.addBatch();
    }

    private static String cut(String text) {
        return Texts.cut(text, WIDEST);
    }
}
