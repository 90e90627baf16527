package org.relais.bench;

import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.relais.catalogue.Action;
import org.relais.catalogue.RecordTypes;
import org.relais.catalogue.WireRecord;
import org.relais.central.CentralServers;
import org.relais.central.SiteCredentials;
import org.relais.database.EmbeddedMariaDb;
import org.relais.database.EmbeddedMariaDbForTests;

/**
 * The floor under every other figure: the same rows as a first synchronisation brings, written by plain bulk inserts, 1,000 at
 * a time with a commit each, into an empty table of the same shape, by a JVM and a database with the same memory. Nothing is
 * looked up, nothing is checked. Only the writing is timed; where the rows come from is not.
 *
 * <p>A process of its own, so that it starts as cold as a site does. It prints the number of rows and the nanoseconds.
 */
final class BarestInsert implements AutoCloseable {

    private static final int BATCH = 1000;

    private final Connection connection;
    private final PreparedStatement insert;
    private final RecordTypes types = RecordTypes.load();
    private final Timestamp now = Timestamp.from(Instant.now());
    private final List<WireRecord> batch = new ArrayList<>(BATCH);
    private final List<String> owners = new ArrayList<>(BATCH);
    private long rows;
    private long nanos;

    private BarestInsert(Connection connection) throws SQLException {
        this.connection = connection;
        try (var statement = connection.createStatement()) {
            statement.execute("""
                    create table barest (
                        type varchar(64) not null, id varchar(64) not null, store_id varchar(64), data longtext not null,
                        received_at datetime(6) not null, changed_at datetime(6) not null, deleted_at datetime(6),
                        primary key (type, id)
                    ) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_nopad_bin
                    """);
        }
        connection.setAutoCommit(false);
        insert = connection.prepareStatement(
                "insert into barest (type, id, store_id, data, received_at, changed_at) values (?, ?, ?, ?, ?, ?)");
    }

    /** Arguments: data directory, address of the mSupply central server, of the Open one, site, SHA-256 of its password. */
    public static void main(String[] arguments) throws SQLException {
        var credentials =
                new SiteCredentials(URI.create(arguments[1]), arguments[3], arguments[4], "barest-insert-hardware");
        try (EmbeddedMariaDb database = EmbeddedMariaDbForTests.startAsInProduction(Path.of(arguments[0]));
                Connection connection =
                        DriverManager.getConnection(database.url(), database.username(), database.password());
                var insert = new BarestInsert(connection);
                var servers = new CentralServers(Duration.ofMinutes(1))) {
            new NetworkReader(servers, credentials, URI.create(arguments[2])).readAll(insert::add);
            insert.write();
            System.out.println(insert.rows + " " + insert.nanos);
        }
    }

    private void add(WireRecord record) {
        if (record.action() == Action.UPSERT) {
            batch.add(record);
            owners.add(types.byTable(record.key().table())
                    .map(type -> type.check(record.data()).storeId())
                    .orElse(null));
            if (batch.size() == BATCH) {
                write();
            }
        }
    }

    private void write() {
        long from = System.nanoTime();
        try {
            for (int at = 0; at < batch.size(); at++) {
                WireRecord record = batch.get(at);
                insert.setString(1, record.key().table());
                insert.setString(2, record.key().id());
                insert.setString(3, owners.get(at));
                insert.setString(4, record.data());
                insert.setTimestamp(5, now);
                insert.setTimestamp(6, now);
                insert.addBatch();
            }
            insert.executeBatch();
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        nanos += System.nanoTime() - from;
        rows += batch.size();
        batch.clear();
        owners.clear();
    }

    @Override
    public void close() throws SQLException {
        insert.close();
    }
}
