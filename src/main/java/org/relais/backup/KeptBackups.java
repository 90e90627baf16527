package org.relais.backup;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import javax.sql.DataSource;
import org.relais.vocabulary.Keyed;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How things stand with the backups of a site that another process runs, for somebody who asks at the machine's shell. */
public final class KeptBackups {

    private static final String NEWEST = """
            select id, asked_by, started_at, finished_at, file, size, row_count, proven_at, problem, detail
            from backup_attempt where proven_at is not null or ? order by id desc limit 1
            """;

    private final JdbcClient database;

    /** For the database of a site that was started before. */
    public KeptBackups(DataSource database) {
        this.database = JdbcClient.create(database);
    }

    /** How things stand; whether backups lie on the disk that they are to outlive is not looked at. */
    public BackupStanding standing() {
        return new BackupStanding(newest(true).orElse(null), newest(false).orElse(null), false);
    }

    private Optional<BackupAttempt> newest(boolean any) {
        return database.sql(NEWEST)
                .param(any)
                .query((row, number) -> attempt(row))
                .optional();
    }

    private static BackupAttempt attempt(ResultSet row) throws SQLException {
        String problem = row.getString("problem");
        return new BackupAttempt(
                row.getLong("id"),
                row.getString("asked_by"),
                moment(row, "started_at"),
                moment(row, "finished_at"),
                row.getString("file"),
                row.getObject("size", Long.class),
                row.getObject("row_count", Long.class),
                moment(row, "proven_at"),
                problem == null ? null : Keyed.of(BackupProblem.class, problem),
                row.getString("detail"));
    }

    /** As it is kept, in UTC, whatever zone the connection has. */
    private static Instant moment(ResultSet row, String column) throws SQLException {
        LocalDateTime kept = row.getObject(column, LocalDateTime.class);
        return kept == null ? null : kept.toInstant(ZoneOffset.UTC);
    }
}
