package org.relais.central;

import java.util.function.Consumer;
import org.relais.catalogue.WireRecord;

/** Hands records on to the caller's sink, and remembers that it did: what was handed on once is never handed on again. */
final class Delivery {

    /** Far more than is ever asked for; a server that does not end has sent so many at some time. */
    private static final int MOST = 1_000_000;

    private final RecordSink sink;
    private int count;

    Delivery(RecordSink sink) {
        this.sink = sink;
    }

    /** For calls that deliver no records. */
    static Delivery none() {
        return new Delivery(record -> {
            throw new IllegalStateException("no record was expected");
        });
    }

    void hand(WireRecord record) {
        hand(sink::accept, record);
    }

    /** The record came without its text, of which there was too much. */
    void handTooLarge(WireRecord record) {
        hand(bare -> sink.tooLarge(bare, AnswerStream.LARGEST_RECORD), record);
    }

    private void hand(Consumer<WireRecord> to, WireRecord record) {
        if (count == MOST) {
            throw new UnexpectedAnswer("more than %d records at once".formatted(MOST));
        }
        count++;
        try {
            to.accept(record);
        } catch (UnexpectedAnswer refused) {
            throw refused;
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
        private final RuntimeException thrown;

        SinkFailed(RuntimeException thrown) {
            super(thrown);
            this.thrown = thrown;
        }

        RuntimeException thrown() {
            return thrown;
        }
    }
}
