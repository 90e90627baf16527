package org.relais.run;

import java.time.Duration;
import java.time.Instant;

/**
 * How long ago something was, as far as the runs since then bear it out. The machine's clock alone is not believed: one that
 * is ten years ahead for a night would make all history ten years old. So the time between one run and the next is added up,
 * and a silence that is longer than any site keeps, or a step back, counts for nothing.
 */
final class WitnessedTime {

    /** Longer than a season without power; shorter than what dead batteries make of a clock. */
    static final Duration LONGEST_SILENCE = Duration.ofDays(180);

    private Instant reached;
    private Duration passed = Duration.ZERO;

    WitnessedTime(Instant now) {
        this.reached = now;
    }

    /** When a run began. */
    record Start(long run, Instant at) {}

    /** How much time passed from a run until now; to be asked of one run after the other, the newest first. */
    Duration since(Instant start) {
        Duration silence = Duration.between(start, reached);
        if (!silence.isNegative() && silence.compareTo(LONGEST_SILENCE) <= 0) {
            passed = passed.plus(silence);
        }
        reached = start;
        return passed;
    }
}
