package org.relais.record;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * What was found when the store was compared with what the central servers announced.
 *
 * @param at when
 * @param tables by name
 */
public record Sameness(Instant at, List<TableSameness> tables) {

    private static final int DIGEST_BYTES = 8;

    public Sameness {
        tables = List.copyOf(tables);
    }

    /** Whether all that was announced is here, or set aside, or gone as was asked. */
    public boolean isSame() {
        return sum(TableSameness::missing) == 0 && sum(TableSameness::waiting) == 0;
    }

    /** A figure of all tables together. */
    public long sum(ToLongFunction<TableSameness> figure) {
        return tables.stream().mapToLong(figure).sum();
    }

    /**
     * Of all records in use: 16 hexadecimal digits, which hang on their tables, ids and contents and on nothing else. Two sites with
     * the same one have the same.
     */
    public String digest() {
        MessageDigest hash = sha256();
        tables.stream()
                .filter(table -> table.stored() > 0)
                .forEach(table -> hash.update((table.table() + ' ' + table.stored() + ' ' + table.digest() + '\n')
                        .getBytes(StandardCharsets.UTF_8)));
        return HexFormat.of().formatHex(hash.digest(), 0, DIGEST_BYTES);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
