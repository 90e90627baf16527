package org.relais.exchange;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.relais.catalogue.WireRecord;
import org.relais.central.RecordSink;

/**
 * Hands records from the thread that reads a page to the one that writes it. It holds few, by their texts, and none beside a large
 * one: whoever reads on while a large one is written would hold two of them.
 *
 * @param <P> what is said of a page at its end
 */
final class Handover<P> {

    /** What waits in it at most, in characters; a record that is as large by itself is large. */
    private static final long MOST = 2_000_000;

    /** Records go over by so many, so that the two threads seldom meet. */
    private static final int AT_ONCE = 200;

    private static final long CHARACTERS_AT_ONCE = MOST / 8;

    /**
     * A record as it was read.
     *
     * @param most how large its text may be, when it was larger than that; 0 when it is here
     */
    private record Read(WireRecord record, long most) {

        void handTo(RecordSink sink) {
            if (most > 0) {
                sink.tooLarge(record, most);
            } else {
                sink.accept(record);
            }
        }
    }

    private sealed interface Piece<P> {

        record Records<P>(List<Read> records, long characters) implements Piece<P> {}

        record End<P>(P page) implements Piece<P> {}

        record Failure<P>(Throwable thrown) implements Piece<P> {}
    }

    private final Queue<Piece<P>> pieces = new ArrayDeque<>();
    private long held;
    private boolean abandoned;

    /** Takes what one page brings; for the thread that reads. */
    Source source() {
        return new Source();
    }

    /** The page was read to its end. */
    synchronized void end(P page) {
        add(new Piece.End<>(page));
    }

    /** The page could not be read. */
    synchronized void fail(Throwable thrown) {
        add(new Piece.Failure<>(thrown));
    }

    /** Nobody takes anything from it any more. */
    synchronized void abandon() {
        abandoned = true;
        notifyAll();
    }

    /**
     * Hands a page over, from its first record that was not handed over yet.
     *
     * @return what was said at its end
     * @throws InterruptedException when the thread is interrupted while it waits for the one that reads
     * @throws RuntimeException what the reading or the sink threw
     */
    P drainTo(RecordSink sink) throws InterruptedException {
        while (true) {
            switch (next()) {
                case Piece.Records<P> some -> {
                    some.records().forEach(read -> read.handTo(sink));
                    release(some.characters());
                }
                case Piece.End<P> end -> {
                    return end.page();
                }
                case Piece.Failure<P> failure -> throw rethrown(failure.thrown());
            }
        }
    }

    private static RuntimeException rethrown(Throwable thrown) {
        switch (thrown) {
            case RuntimeException failed -> throw failed;
            case Error fatal -> throw fatal;
            default -> throw new IllegalStateException(thrown);
        }
    }

    private synchronized Piece<P> next() throws InterruptedException {
        while (pieces.isEmpty()) {
            wait();
        }
        return pieces.remove();
    }

    private synchronized void release(long characters) {
        held -= characters;
        notifyAll();
    }

    private void add(Piece<P> piece) {
        pieces.add(piece);
        notifyAll();
    }

    private synchronized void put(List<Read> records, long characters) throws InterruptedException {
        while (held > 0 && held + characters > MOST && !abandoned) {
            wait();
        }
        held += characters;
        add(new Piece.Records<>(records, characters));
        while (characters >= MOST && held > 0 && !abandoned) {
            wait();
        }
        if (abandoned) {
            throw new InterruptedException("nobody takes the records any more");
        }
    }

    /** Where the thread that reads puts a page's records. */
    final class Source implements RecordSink {

        private List<Read> records = new ArrayList<>(AT_ONCE);
        private long characters;

        private Source() {}

        @Override
        public void accept(WireRecord record) {
            add(new Read(record, 0), record.data().length());
        }

        @Override
        public void tooLarge(WireRecord record, long most) {
            add(new Read(record, most), 0);
        }

        private void add(Read read, long length) {
            records.add(read);
            characters += length;
            if (records.size() >= AT_ONCE || characters >= CHARACTERS_AT_ONCE) {
                flush();
            }
        }

        /** Hands over what is left. */
        void flush() {
            if (records.isEmpty()) {
                return;
            }
            try {
                put(records, characters);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new Abandoned(e);
            }
            records = new ArrayList<>(AT_ONCE);
            characters = 0;
        }
    }

    /** The reading was broken off from the writer's side; nobody hears of it. */
    private static final class Abandoned extends RuntimeException {
        Abandoned(InterruptedException cause) {
            super(cause);
        }
    }
}
