package org.relais.demo.district;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Records of one table that are made from one template, each from its index alone: the same index always gives the same
 * record, and none of them is kept.
 */
public final class Series {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private final String key;
    private final String table;
    private final long salt;
    private final long count;
    private final boolean uuid;
    private final List<byte[][]> rows;
    private final Map<String, Slot> labels = new HashMap<>();
    private final byte[] tableJson;
    private byte[][] constants = {};
    private Slot[] slots = {};

    /**
     * @param key the series' name in district.txt
     * @param table the table
     * @param salt what makes its ids and values differ from those of other series and seeds
     * @param count how many records there are
     * @param uuid whether ids have the form of the Open mSupply central server's
     * @param rows the columns of rows that were written by hand, or none
     */
    public Series(String key, String table, long salt, long count, boolean uuid, List<byte[][]> rows) {
        this.key = key;
        this.table = table;
        this.salt = salt;
        this.count = count;
        this.uuid = uuid;
        this.rows = rows;
        this.tableJson = table.getBytes(StandardCharsets.UTF_8);
    }

    /** A value that is well spread over all longs and depends on nothing but its argument. */
    public static long mix(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }

    /** The value number {@code index} of a stream. */
    static long random(long stream, long index) {
        return mix(stream + index * GOLDEN);
    }

    /** Its name in district.txt. */
    public String key() {
        return key;
    }

    /** The table of its records on the wire. */
    public String table() {
        return table;
    }

    /** The table in UTF-8; not to be changed. */
    public byte[] tableName() {
        return tableJson;
    }

    /** How many records it has. */
    public long count() {
        return count;
    }

    long salt() {
        return salt;
    }

    byte[] column(long row, int column) {
        return rows.get((int) (row % rows.size()))[column];
    }

    /** A slot of the template that other templates may ask for by its label. */
    Slot label(String label) {
        Slot slot = labels.get(label);
        if (slot == null) {
            throw new IllegalArgumentException("no label " + label + " in series " + key);
        }
        return slot;
    }

    /** The record's id. It is unique in the series because the first half is a permutation of the index. */
    public void id(Bytes out, long index) {
        Slot own = labels.get("id");
        if (own != null) {
            own.write(out, index);
            return;
        }
        long high = random(salt, index);
        long low = mix(high ^ salt);
        if (uuid) {
            out.appendHex(high, 8, false).append('-').appendHex(high << 32, 4, false);
            out.append("-4").appendHex(high << 52, 3, false).append("-a").appendHex(low, 3, false);
            out.append('-').appendHex(low << 16, 12, false);
        } else {
            out.appendHex(high, 16, true).appendHex(low, 16, true);
        }
    }

    /** The record's id, see {@link #id(Bytes, long)}. */
    public String id(long index) {
        Bytes out = new Bytes(40);
        id(out, index);
        return out.toString();
    }

    /** Writes the record's JSON object. */
    public void data(Bytes out, long index) {
        for (int part = 0; part < slots.length; part++) {
            out.append(constants[part]);
            slots[part].write(out, index);
        }
        out.append(constants[slots.length]);
    }

    /** The record's JSON object. */
    public String data(long index) {
        Bytes out = new Bytes(2048);
        data(out, index);
        return out.toString();
    }

    /** Cuts the template at its slots. */
    void compile(String template, SlotLanguage language) {
        List<byte[]> texts = new ArrayList<>();
        List<Slot> found = new ArrayList<>();
        int from = 0;
        for (int at = template.indexOf("$("); at >= 0; at = template.indexOf("$(", from)) {
            int end = template.indexOf(')', at);
            texts.add(template.substring(from, at).getBytes(StandardCharsets.UTF_8));
            found.add(slot(template.substring(at + 2, end), random(salt, -1 - found.size()), language));
            from = end + 1;
        }
        texts.add(template.substring(from).getBytes(StandardCharsets.UTF_8));
        constants = texts.toArray(byte[][]::new);
        slots = found.toArray(Slot[]::new);
    }

    private Slot slot(String expression, long stream, SlotLanguage language) {
        if (expression.startsWith("=")) {
            String label = expression.substring(1);
            return (out, index) -> label(label).write(out, index);
        }
        int equals = expression.indexOf('=');
        if (equals < 0) {
            return language.slot(this, expression, stream);
        }
        Slot slot = language.slot(this, expression.substring(equals + 1), stream);
        labels.put(expression.substring(0, equals), slot);
        return slot;
    }
}
