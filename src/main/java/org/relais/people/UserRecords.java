package org.relais.people;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import org.relais.catalogue.RecordKey;
import org.relais.record.RecordStore;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The network's records of people. Which of two words is the later one, the record's or the central server's at the last
 * sign-in, is told by whether the record is still the one that was here then, and not by times: clocks jump.
 */
@Component
class UserRecords {

    private static final String TABLE = "user";

    /** The servers write a no in both ways. */
    private static final Set<String> NO = Set.of("false", "0");

    private final RecordStore store;
    private final JsonMapper json;

    UserRecords(RecordStore store, JsonMapper json) {
        this.store = store;
        this.json = json;
    }

    /** The record's digest in 64 hex digits, or null where there is none. */
    String digest(String id) {
        return store.json(new RecordKey(TABLE, id)).map(UserRecords::digestOf).orElse(null);
    }

    /**
     * Whether a record that came later switches the person off.
     *
     * @param seen what {@link #digest} said at the last sign-in
     */
    boolean switchesOff(String id, String seen) {
        return store.json(new RecordKey(TABLE, id))
                .filter(record -> !digestOf(record).equals(seen))
                .filter(this::saysInactive)
                .isPresent();
    }

    private boolean saysInactive(String record) {
        try {
            return NO.contains(json.readTree(record).path("active").asString(""));
        } catch (JacksonException unreadable) {
            return false;
        }
    }

    private static String digestOf(String record) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(record.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has SHA-256", e);
        }
    }
}
