package org.relais.run.ui;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.LongSupplier;
import org.relais.run.RunStep;
import org.relais.run.SyncStep;

/**
 * How fast a step goes, by what a page has seen of it lately. It is measured by the time that really passes: a machine's clock is
 * often set right at the very moment when the line is there, in the middle of a first synchronisation.
 */
class Pace {

    /** What was longer ago says nothing about the line as it is now. */
    private static final Duration LATELY = Duration.ofSeconds(20);

    /** Before that, nothing can be said. */
    private static final Duration AT_LEAST = Duration.ofSeconds(1);

    private record Sample(long nanos, long done) {}

    private final LongSupplier nanos;
    private final Deque<Sample> samples = new ArrayDeque<>();
    private long run;
    private SyncStep step;

    /** @param nanos the time that really passes, as {@link System#nanoTime()} has it */
    Pace(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** Looks at how far a step of a run is; another step begins anew. */
    void see(long ofRun, RunStep now) {
        if (ofRun != run || now.step() != step) {
            samples.clear();
            run = ofRun;
            step = now.step();
        }
        long done = now.done() == null ? 0 : now.done();
        if (samples.isEmpty() || samples.getLast().done() != done) {
            samples.addLast(new Sample(nanos.getAsLong(), done));
        }
        while (samples.size() > 2 && since(samples.getFirst()).compareTo(LATELY) > 0) {
            samples.removeFirst();
        }
    }

    /** How many records a second; empty while that cannot be said. */
    OptionalDouble perSecond() {
        if (samples.size() < 2 || since(samples.getFirst()).compareTo(AT_LEAST) < 0) {
            return OptionalDouble.empty();
        }
        double seconds = since(samples.getFirst()).toMillis() / 1000.0;
        return OptionalDouble.of((samples.getLast().done() - samples.getFirst().done()) / seconds);
    }

    /** How long the rest of the step takes if it goes on like this; empty while that cannot be said. */
    Optional<Duration> left(RunStep now) {
        OptionalDouble rate = perSecond();
        if (rate.isEmpty() || rate.getAsDouble() <= 0 || now.total() == null || now.done() == null) {
            return Optional.empty();
        }
        long rest = now.total() - now.done();
        return rest <= 0 ? Optional.empty() : Optional.of(Duration.ofMillis((long) (rest * 1000 / rate.getAsDouble())));
    }

    private Duration since(Sample sample) {
        return Duration.ofNanos(nanos.getAsLong() - sample.nanos());
    }
}
