package org.relais.exchange;

import org.relais.central.RecordSink;

/** The pages of a channel, one after the other. Used by the run's thread; made for one pull step and closed with it. */
interface Pages extends AutoCloseable {

    /**
     * Hands the next page over.
     *
     * @param cursor up to where the channel was received
     * @param sink takes its records; nobody may use the database meanwhile
     * @throws RuntimeException what the server's call or the sink threw; the page is handed over anew next time
     */
    Pulling.Page next(long cursor, RecordSink sink);

    @Override
    void close();

    /** For a channel that goes on where the last page was acknowledged. */
    static Pages oneByOne(Pulling.Line line, BatchSize batches) {
        return new Pages() {
            @Override
            public Pulling.Page next(long cursor, RecordSink sink) {
                return batches.measured(limit -> line.fetch(cursor, limit, sink), Pulling.Page::count);
            }

            @Override
            public void close() {
                // Nothing is under way.
            }
        };
    }

    /** For a channel whose page says where the next one begins: that one is read while the last one is written. */
    static Pages readAhead(Pulling.Line line, BatchSize batches) {
        return new ReadingAhead(line, batches);
    }
}
