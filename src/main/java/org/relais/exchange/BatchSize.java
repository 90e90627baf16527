package org.relais.exchange;

import java.time.Duration;
import java.util.function.IntFunction;
import java.util.function.ToIntFunction;
import org.relais.central.CentralFailure;

/**
 * How many records to ask for or to send at a time, learned from how long the last ones took: large batches on a good
 * line, small ones on a bad one. It is kept from run to run, as the line is mostly what it was. Used by one thread at a time.
 */
class BatchSize {

    static final int SMALLEST = 10;
    static final int LARGEST = 5_000;
    private static final int FIRST = 500;

    /** What a batch may take; one that takes less than half of it is well under. */
    private static final Duration AIM = Duration.ofSeconds(5);

    private int size = FIRST;

    /** The size of the next batch, {@value #SMALLEST} to {@value #LARGEST}. */
    int size() {
        return size;
    }

    /**
     * Makes a call and learns from it.
     *
     * @param call is given the number of records to ask for, or to send
     * @param count how many records it brought
     */
    <T> T measured(IntFunction<T> call, ToIntFunction<T> count) {
        long began = System.nanoTime();
        try {
            T result = call.apply(size);
            took(count.applyAsInt(result), Duration.ofNanos(System.nanoTime() - began));
            return result;
        } catch (CentralFailure.Busy | CentralFailure.Stopped nothing) {
            // Says nothing about the line.
            throw nothing;
        } catch (CentralFailure failure) {
            // A server that was not even connected with says nothing about the size either.
            if (!(failure instanceof CentralFailure.Unreachable lost) || lost.connected()) {
                failed();
            }
            throw failure;
        }
    }

    /**
     * A batch went through. One that was not full says nothing about larger ones.
     *
     * @param records how many records it held
     * @param duration how long it took, from the call to its last record taken over
     */
    void took(int records, Duration duration) {
        if (duration.compareTo(AIM) > 0) {
            shrink();
        } else if (records >= size && duration.compareTo(AIM.dividedBy(2)) < 0) {
            size = Math.min(LARGEST, size * 2);
        }
    }

    /** A batch failed. */
    void failed() {
        shrink();
    }

    private void shrink() {
        size = Math.max(SMALLEST, size / 2);
    }
}
