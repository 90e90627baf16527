package org.relais.record;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** Counts records by their tables, at next to no cost for each. Used by one thread. */
final class TableTally {

    private final Map<String, long[]> counts = new HashMap<>();

    void add(String table) {
        counts.computeIfAbsent(table, first -> new long[1])[0]++;
    }

    Map<String, Long> byTable() {
        Map<String, Long> byTable = new TreeMap<>();
        counts.forEach((table, count) -> byTable.put(table, count[0]));
        return byTable;
    }
}
