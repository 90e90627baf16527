package org.relais.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
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

    private RecordTypes(List<RecordType> types) {
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
            return read(new InputStreamReader(yaml, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("record-types.yaml cannot be read", e);
        }
    }

    /**
     * Reads a description in the form of {@code record-types.yaml}.
     *
     * @throws IllegalStateException when it contradicts itself, with a message that names the line
     */
    public static RecordTypes read(Reader yaml) {
        return new RecordTypes(RecordTypesReader.read(yaml));
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
