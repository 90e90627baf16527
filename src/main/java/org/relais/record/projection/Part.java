package org.relais.record.projection;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.springframework.jdbc.core.JdbcTemplate;

/** What the records of one type bring to one table. */
sealed interface Part permits FieldsPart, ReferencesPart {

    /** The table in the database. */
    String table();

    /** The records' table on the wire. */
    String type();

    /** Takes the rows of some records out. */
    void remove(RecordSet records, JdbcTemplate jdbc);

    /** Writes the rows of some records; where one is there against all expectation, it takes its place. */
    void fill(RecordSet records, JdbcTemplate jdbc);

    /** Another one whenever rows would be written in another way. */
    String version();

    /** A version made of how rows are made. */
    static String versionOf(Object way) {
        try {
            byte[] written = way.toString().getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(written));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
