package org.relais.exchange;

import java.time.Duration;
import java.util.function.IntFunction;
import java.util.function.ToIntFunction;
import org.relais.central.BatchSize;
import org.relais.central.CentralFailure;

/**
 * Calls in batches whose size follows the line: learned from how long each takes, and kept from run to run, as the line is
 * mostly what it was. Used by one run at a time.
 */
class Batches {

    private final BatchSize size = new BatchSize();

    /** How many records to ask for, or to send, at a time. */
    int size() {
        return size.size();
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
            T result = call.apply(size.size());
            size.took(count.applyAsInt(result), Duration.ofNanos(System.nanoTime() - began));
            return result;
        } catch (CentralFailure.Busy busy) {
            // Says nothing about the line.
            throw busy;
        } catch (CentralFailure failure) {
            size.failed();
            throw failure;
        }
    }
}
