package org.relais.central;

import java.time.Duration;

/**
 * How many records to ask for or to send at a time, learned from how long the last ones took: large batches on a good
 * line, small ones on a bad one. For one thread.
 */
public final class BatchSize {

    public static final int SMALLEST = 10;
    public static final int LARGEST = 5_000;
    private static final int FIRST = 500;

    /** What a batch may take; one that takes less than half of it is well under. */
    private static final Duration AIM = Duration.ofSeconds(5);

    private int size = FIRST;

    /** The size of the next batch, {@value #SMALLEST} to {@value #LARGEST}. */
    public int size() {
        return size;
    }

    /**
     * A batch went through. One that was not full says nothing about larger ones.
     *
     * @param records how many records it held
     * @param duration how long it took, from the call to its last record stored
     */
    public void took(int records, Duration duration) {
        if (duration.compareTo(AIM) > 0) {
            shrink();
        } else if (records >= size && duration.compareTo(AIM.dividedBy(2)) < 0) {
            size = Math.min(LARGEST, size * 2);
        }
    }

    /** A batch failed. */
    public void failed() {
        shrink();
    }

    private void shrink() {
        size = Math.max(SMALLEST, size / 2);
    }
}
