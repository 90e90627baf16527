package org.relais.soak;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What a soak is asked to do.
 *
 * @param seed of all schedules
 * @param schedules how many
 * @param only the number of the one schedule that is played; 0 for all
 * @param from the number of the first one
 * @param answers how many spoiled answers are given
 */
record SoakOptions(long seed, int schedules, int only, int from, int answers) {

    private static final int USUAL = 1_000;
    private static final String USUAL_ANSWERS = "10000";
    private static final int MOST_DIGITS_OF_A_SEED = 1_000_000;
    private static final Set<String> NAMES = Set.of("seed", "schedules", "only", "from", "answers");

    /** @throws IllegalArgumentException for what it does not understand, in words for whoever typed it */
    static SoakOptions of(String... arguments) {
        Map<String, String> given = new HashMap<>();
        for (String argument : arguments) {
            String[] pair = argument.split("=", 2);
            String name = pair[0].replaceFirst("^--", "");
            if (pair.length < 2 || !NAMES.contains(name) || !pair[1].matches("\\d{1,9}")) {
                throw new IllegalArgumentException(argument
                        + " is none of --seed=.. --schedules=.. --only=.. --from=.. --answers=.. with a whole number");
            }
            given.put(name, pair[1]);
        }
        return new SoakOptions(
                given.containsKey("seed")
                        ? Long.parseLong(given.get("seed"))
                        : new Random().nextInt(MOST_DIGITS_OF_A_SEED),
                Integer.parseInt(given.getOrDefault("schedules", String.valueOf(USUAL))),
                Integer.parseInt(given.getOrDefault("only", "0")),
                Integer.parseInt(given.getOrDefault("from", "1")),
                Integer.parseInt(given.getOrDefault("answers", given.containsKey("only") ? "0" : USUAL_ANSWERS)));
    }

    /** The numbers of the schedules, in their order. */
    List<Integer> numbers() {
        return only > 0
                ? List.of(only)
                : IntStream.range(from, from + schedules).boxed().toList();
    }
}
