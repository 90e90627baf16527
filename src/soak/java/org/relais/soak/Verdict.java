package org.relais.soak;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.relais.run.Failure;
import org.relais.run.Run;

/**
 * How a schedule ended.
 *
 * @param outcomes how often runs ended with what
 * @param wrong what was wrong after it; empty when nothing was
 */
record Verdict(Day day, Map<String, Integer> outcomes, List<String> wrong, Duration took) {

    Verdict {
        outcomes = new TreeMap<>(outcomes);
        wrong = List.copyOf(wrong);
    }

    boolean isGood() {
        return wrong.isEmpty();
    }

    /** How often runs ended with what, for one line of the log. */
    static Map<String, Integer> outcomes(List<Run> runs) {
        Map<String, Integer> counts = new TreeMap<>();
        for (Run run : runs) {
            counts.merge(run.outcome().key(), 1, Integer::sum);
            run.failures().stream()
                    .map(Failure::code)
                    .forEach(code -> counts.merge(String.valueOf(code), 1, Integer::sum));
        }
        return counts;
    }
}
