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
 * @param sizes numbers of records, one first synchronisation each
 * @param changes how many changes are made on the site and pushed; 0 leaves the push out
 * @param watched how many records the first synchronisation has that a browser watches; 0 leaves it out
 */
record BenchOptions(Path application, Path directory, List<Integer> sizes, int changes, int watched) {

    private static final String SIZES = "sizes";
    private static final Map<String, String> DEFAULTS = Map.of(
            "application",
            "target/app/relais.jar",
            "directory",
            "target/bench",
            SIZES,
            "25000,250000,1000000",
            "changes",
            "20000",
            "watched",
            "100000");

    /** @throws IllegalArgumentException for what it does not understand */
    static BenchOptions of(String... arguments) {
        Map<String, String> given = new LinkedHashMap<>(DEFAULTS);
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
                Path.of(given.get("application")),
                Path.of(given.get("directory")),
                Arrays.stream(given.get(SIZES).split(",")).map(Integer::valueOf).toList(),
                Integer.parseInt(given.get("changes")),
                Integer.parseInt(given.get("watched")));
    }
}
