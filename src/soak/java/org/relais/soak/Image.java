package org.relais.soak;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.relais.catalogue.RecordKey;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What a site's record store says, in few words.
 *
 * @param records of each record the digest of its text, whether it is deleted, and what it was merged into
 * @param aside what is not in the store, as {@code table id state}
 */
record Image(Map<RecordKey, String> records, Set<String> aside) {

    static Image of(JdbcClient database) {
        Map<RecordKey, String> records = new HashMap<>();
        database.sql("select type, id, sha2(data, 256), deleted_at is not null, merged_into from record")
                .query(row -> {
                    records.put(
                            new RecordKey(row.getString(1), row.getString(2)),
                            line(row.getString(3), row.getBoolean(4), row.getString(5)));
                });
        Set<String> aside = new TreeSet<>(database.sql("select concat_ws(' ', type, record_id, state) from inbox")
                .query(String.class)
                .list());
        return new Image(records, aside);
    }

    static String line(String digest, boolean deleted, String mergedInto) {
        return digest + (deleted ? " deleted" : "") + (mergedInto == null ? "" : " merged into " + mergedInto);
    }

    /** As the database's {@code sha2(data, 256)} has it. */
    static String digest(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
