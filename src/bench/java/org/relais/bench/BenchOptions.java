package org.relais.bench;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a run of the benchmark is asked to do.
 *
 * @param application the packaged program, unpacked: {@code relais.jar} beside its libraries
 * @param directory where the sites' data and the result are written; emptied at the start
 * @param sizes numbers of records, one first synchronisation each; none leaves them out
 * @param changes how many changes are made on the site and pushed; 0 leaves the push out
 * @param watched how many records the first synchronisation has that a browser watches; 0 leaves it out
 * @param phones how many phones send, one of them a backlog of 120,000 readings; 0 leaves them out
 * @param store how many records go through the record store alone; 0 leaves it out
 * @param pollers how many programs ask how it stands during a first synchronisation of 50,000 records, and nothing else is measured; 0
 *     leaves them out
 * @param line a thin line over which 50,000 records come, and nothing else is measured; null for none
 * @param checks how many times a record is checked; 0 leaves it out
 */
record BenchOptions(
        Path application,
        Path directory,
        List<Integer> sizes,
        int changes,
        int watched,
        int phones,
        int store,
        int pollers,
        LineSpeed line,
        int checks) {

    private static final String APPLICATION = "application";
    private static final String DIRECTORY = "directory";
    private static final String SIZES = "sizes";
    private static final String CHANGES = "changes";
    private static final String WATCHED = "watched";
    private static final String PHONES = "phones";
    private static final String STORE = "store";
    private static final String POLLERS = "pollers";
    private static final String LINE = "line";
    private static final String CHECKS = "checks";

    private static Map<String, String> defaults() {
        Map<String, String> defaults = new LinkedHashMap<>();
        defaults.put(APPLICATION, "target/app/relais.jar");
        defaults.put(DIRECTORY, "target/bench");
        defaults.put(SIZES, "25000,250000,1000000");
        defaults.put(CHANGES, "20000");
        defaults.put(WATCHED, "100000");
        defaults.put(PHONES, "50");
        defaults.put(STORE, "0");
        defaults.put(POLLERS, "0");
        defaults.put(LINE, "");
        defaults.put(CHECKS, "0");
        return defaults;
    }

    /** @throws IllegalArgumentException for what it does not understand, in words for whoever typed it */
    static BenchOptions of(String... arguments) {
        Map<String, String> given = defaults();
        for (String argument : arguments) {
            String[] pair = argument.split("=", 2);
            String name = pair[0].replaceFirst("^--", "");
            if (pair.length < 2 || !given.containsKey(name)) {
                throw new IllegalArgumentException(
                        argument + " is none of --" + String.join("=.. --", given.keySet()) + "=..");
            }
            given.put(name, pair[1]);
        }
        return new BenchOptions(
                Path.of(given.get(APPLICATION)),
                Path.of(given.get(DIRECTORY)),
                Arrays.stream(given.get(SIZES).split(","))
                        .map(size -> number(SIZES, size))
                        .filter(size -> size > 0)
                        .toList(),
                number(CHANGES, given.get(CHANGES)),
                number(WATCHED, given.get(WATCHED)),
                number(PHONES, given.get(PHONES)),
                number(STORE, given.get(STORE)),
                number(POLLERS, given.get(POLLERS)),
                given.get(LINE).isEmpty() ? null : LineSpeed.of(given.get(LINE)),
                number(CHECKS, given.get(CHECKS)));
    }

    private static int number(String name, String text) {
        if (!text.matches("\\d{1,9}")) {
            throw new IllegalArgumentException("--" + name + " has \"" + text + "\", allowed are whole numbers from 0");
        }
        return Integer.parseInt(text);
    }
}
