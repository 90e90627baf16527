package org.relais.coldchain;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import org.relais.vocabulary.Texts;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What phones sent and no record can be made of, kept as it came for people to look at. */
@Component
public class Quarantine {

    /** A row of a phone has some hundred characters; of one that is larger than this, its beginning tells what it is. */
    private static final int LONGEST_TEXT = 1_000_000;

    private static final int LONGEST_FIELD = 255;
    private static final int LONGEST_DETAIL = 1000;
    private static final int BATCH = 1000;

    private final JdbcTemplate jdbc;
    private final Clock clock;

    Quarantine(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A row to keep, and what it is known by when it comes again. */
    private record Marked(Sent.Unusable sent, byte[] digest) {}

    /** Keeps rows; of one that is here already it notes that it came again. */
    void keep(Phone phone, PhoneCall kind, List<Sent.Unusable> rows) {
        if (rows.isEmpty()) {
            return;
        }
        Timestamp now = Timestamp.from(clock.instant());
        // In one order whoever writes, so that two phones never wait for each other.
        List<Marked> sorted = rows.stream()
                .map(row -> new Marked(row, digest(phone, kind, row.text())))
                .sorted(Comparator.comparing(row -> HexFormat.of().formatHex(row.digest())))
                .toList();
        jdbc.batchUpdate("""
                insert into quarantine (digest, store_id, sender, kind, problem, field, detail, text, times, first_at, last_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, 1, ?, ?)
                on duplicate key update times = times + 1, last_at = value(last_at), sender = value(sender)
                """, sorted, BATCH, (statement, row) -> {
            Sent.Unusable sent = row.sent();
            statement.setBytes(1, row.digest());
            statement.setString(2, phone.storeId());
            statement.setString(3, Texts.cut(phone.name(), LONGEST_FIELD));
            statement.setString(4, kind.name());
            statement.setString(5, sent.defect().name());
            statement.setString(6, Texts.cut(sent.field(), LONGEST_FIELD));
            statement.setString(7, Texts.cut(sent.detail(), LONGEST_DETAIL));
            statement.setString(8, Texts.cut(sent.text(), LONGEST_TEXT));
            statement.setTimestamp(9, now);
            statement.setTimestamp(10, now);
        });
    }

    /** A page of what was set aside of the phones of a store, what came last first. */
    public List<QuarantinedRow> list(String storeId, int offset, int limit) {
        return JdbcClient.create(jdbc)
                .sql("""
                        select id, sender, kind, problem, field, detail, text, times, first_at, last_at from quarantine
                        where store_id = ? order by last_at desc, id desc limit ? offset ?
                        """)
                .params(storeId, limit, offset)
                .query((row, n) -> new QuarantinedRow(
                        row.getLong(1),
                        row.getString(2),
                        PhoneCall.valueOf(row.getString(3)),
                        Sent.Defect.valueOf(row.getString(4)),
                        row.getString(5),
                        row.getString(6),
                        row.getString(7),
                        row.getLong(8),
                        row.getTimestamp(9).toInstant(),
                        row.getTimestamp(10).toInstant()))
                .list();
    }

    /** How many rows of the phones of a store are set aside. */
    public int count(String storeId) {
        return JdbcClient.create(jdbc)
                .sql("select count(*) from quarantine where store_id = ?")
                .param(storeId)
                .query(Integer.class)
                .single();
    }

    private static byte[] digest(Phone phone, PhoneCall kind, String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String part : List.of(phone.storeId(), kind.name(), text)) {
                byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
                digest.update(
                        ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
                digest.update(bytes);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
