package org.relais.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All types that are synchronised, as record-types.yaml describes them. Immutable. */
public final class RecordTypes {

    private final Map<String, RecordType> byTable = new LinkedHashMap<>();
    private final List<Set<String>> levels = new ArrayList<>();

    private final String fingerprint;

    private RecordTypes(List<RecordType> types, String fingerprint) {
        this.fingerprint = fingerprint;
        for (RecordType type : types) {
            byTable.put(type.table(), type);
            while (levels.size() <= type.level()) {
                levels.add(new LinkedHashSet<>());
            }
            levels.get(type.level()).add(type.table());
        }
        levels.replaceAll(Collections::unmodifiableSet);
    }

    /**
     * Reads the description that the program brings along.
     *
     * @throws IllegalStateException when it holds a mistake; the message names the line
     */
    public static RecordTypes load() {
        try (InputStream yaml = RecordTypes.class.getResourceAsStream("/record-types.yaml")) {
            if (yaml == null) {
                throw new IllegalStateException("record-types.yaml is not on the class path");
            }
            return read(new String(yaml.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("record-types.yaml cannot be read", e);
        }
    }

    /**
     * Reads a description in the form of {@code record-types.yaml}.
     *
     * @throws IllegalStateException when it contradicts itself, with a message that names the line
     */
    public static RecordTypes read(String yaml) {
        return new RecordTypes(RecordTypesReader.read(new StringReader(yaml)), digest(yaml));
    }

    private static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Tells this description from every other one: a digest of its text, in hexadecimal digits. */
    public String fingerprint() {
        return fingerprint;
    }

    /** The type of a table, see {@link RecordKey#table()}; empty for tables that this version does not know. */
    public Optional<RecordType> byTable(String table) {
        return Optional.ofNullable(byTable.get(table));
    }

    /** All types, in the order of the description. */
    public Collection<RecordType> all() {
        return Collections.unmodifiableCollection(byTable.values());
    }

    /**
     * The order of integration: a table comes in a later set than everything it depends on. Upserts go through the sets
     * forwards, deletes backwards; within a set there is no order.
     */
    public List<Set<String>> levels() {
        return Collections.unmodifiableList(levels);
    }
}
