package org.relais.record;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.Set;
import org.relais.catalogue.Action;
import org.relais.catalogue.CentralServer;
import org.relais.catalogue.RecordKey;

/** How the rows of the outbox are read. */
final class OutboxRows {

    /** What {@link #entry} reads. */
    static final String ENTRY =
            "select type, id, action, created, to_legacy, to_open, revision, since, reason, field, detail from outbox ";

    /** What {@link #waiting} reads. */
    static final String WAITING = """
            select type, id, action, created, to_legacy, to_open, revision, since, reason, field, detail,
                to_legacy and legacy_revision < revision as legacy, to_open and open_revision < revision as open from outbox\s""";

    private OutboxRows() {}

    static OutboxEntry entry(ResultSet row, int rowNumber) throws SQLException {
        String kind = row.getString("reason");
        return new OutboxEntry(
                new RecordKey(row.getString("type"), row.getString("id")),
                Action.valueOf(row.getString("action")),
                row.getBoolean("created"),
                servers(row, "to_legacy", "to_open"),
                row.getLong("revision"),
                row.getTimestamp("since").toInstant(),
                kind == null
                        ? null
                        : new Reason(ReasonKind.named(kind), row.getString("field"), row.getString("detail")));
    }

    static WaitingChange waiting(ResultSet row, int rowNumber) throws SQLException {
        return new WaitingChange(entry(row, rowNumber), servers(row, "legacy", "open"));
    }

    private static Set<CentralServer> servers(ResultSet row, String legacy, String open) throws SQLException {
        Set<CentralServer> servers = EnumSet.noneOf(CentralServer.class);
        if (row.getBoolean(legacy)) {
            servers.add(CentralServer.LEGACY);
        }
        if (row.getBoolean(open)) {
            servers.add(CentralServer.OPEN);
        }
        return servers;
    }
}
