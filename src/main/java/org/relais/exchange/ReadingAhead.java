package org.relais.exchange;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.relais.central.RecordSink;
import org.relais.run.RunStopped;

/** Reads the next page on a thread of its own while the last one is written: the server makes it and the line carries it meanwhile. */
final class ReadingAhead implements Pages {

    /** A page that is being read. */
    private record Reading(long cursor, Handover<Pulling.Page> handover, Future<?> task) {

        void abandon() {
            handover.abandon();
            task.cancel(true);
        }
    }

    private final Pulling.Line line;
    private final BatchSize batches;
    private final ExecutorService reader = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("pages-ahead").factory());
    private Reading ahead;

    ReadingAhead(Pulling.Line line, BatchSize batches) {
        this.line = line;
        this.batches = batches;
    }

    @Override
    public Pulling.Page next(long cursor, RecordSink sink) {
        Reading reading = ahead != null && ahead.cursor() == cursor ? ahead : begin(cursor);
        ahead = null;
        try {
            Pulling.Page page = reading.handover().drainTo(sink);
            if (!page.last()) {
                ahead = begin(page.cursor());
            }
            return page;
        } catch (InterruptedException e) {
            reading.abandon();
            Thread.currentThread().interrupt();
            throw new RunStopped();
        } catch (RuntimeException | Error e) {
            reading.abandon();
            throw e;
        }
    }

    private Reading begin(long cursor) {
        if (ahead != null) {
            ahead.abandon();
        }
        Handover<Pulling.Page> handover = new Handover<>();
        return new Reading(cursor, handover, reader.submit(() -> read(cursor, handover)));
    }

    private void read(long cursor, Handover<Pulling.Page> handover) {
        try {
            Handover<Pulling.Page>.Source source = handover.source();
            Pulling.Page page = batches.measured(limit -> line.fetch(cursor, limit, source), Pulling.Page::count);
            source.flush();
            handover.end(page);
        } catch (RuntimeException | Error e) {
            handover.fail(e);
        }
    }

    @Override
    public void close() {
        if (ahead != null) {
            ahead.abandon();
        }
        reader.close();
    }
}
