package org.relais.central;

import java.util.function.Consumer;
import org.relais.catalogue.WireRecord;

/** Hands records on to the caller's sink, and remembers that it did: what was handed on once is never handed on again. */
final class Delivery {

    private final Consumer<WireRecord> sink;
    private int count;

    Delivery(Consumer<WireRecord> sink) {
        this.sink = sink;
    }

    /** For calls that deliver no records. */
    static Delivery none() {
        return new Delivery(record -> {
            throw new IllegalStateException("no record was expected");
        });
    }

    void hand(WireRecord record) {
        count++;
        try {
            sink.accept(record);
        } catch (RuntimeException e) {
            throw new SinkFailed(e);
        }
    }

    int count() {
        return count;
    }

    boolean started() {
        return count > 0;
    }

    /** Carries the sink's own exception past everything that judges answers. */
    static final class SinkFailed extends RuntimeException {
        private final transient RuntimeException thrown;

        SinkFailed(RuntimeException thrown) {
            super(thrown);
            this.thrown = thrown;
        }

        RuntimeException thrown() {
            return thrown;
        }
    }
}
