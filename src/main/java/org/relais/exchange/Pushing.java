package org.relais.exchange;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.relais.catalogue.CentralServer;
import org.relais.central.CentralFailure;
import org.relais.central.FailureCode;
import org.relais.central.OutgoingRecord;
import org.relais.central.PushBatches;
import org.relais.record.ChangeRenderer;
import org.relais.record.Outbox;
import org.relais.record.OutboxEntry;
import org.relais.record.Reason;
import org.relais.record.ReasonKind;
import org.relais.record.RenderedChange;
import org.relais.run.RunControl;
import org.relais.run.StepProgress;

/**
 * Takes the changes that wait for one server through a push, in batches. A change that is the other server's
 * counts as processed, one that is nobody's is gone through without a word. One that cannot be written for the wire, or that the server refuses, stays in the outbox with its
 * reason and holds up no other. Made for one push step of one run.
 */
class Pushing {

    /** Hands records to the server. */
    interface Line {

        /**
         * Sends one piece.
         *
         * @param lastRevision the last change that it accounts for
         * @param waiting how many changes wait, these included, whether they are sent or not
         * @param records may be empty
         * @param last whether nothing more follows in this run
         */
        void send(long lastRevision, long waiting, List<OutgoingRecord> records, boolean last);
    }

    private final CentralServer server;
    private final Outbox outbox;
    private final ChangeRenderer renderer;
    private final BatchSize batches;
    private final RunControl control;
    private final StepProgress progress;
    private final Line line;
    private long sent;
    private long refused;
    private CentralFailure refusal;

    Pushing(
            CentralServer server,
            Outbox outbox,
            ChangeRenderer renderer,
            BatchSize batches,
            RunControl control,
            StepProgress progress,
            Line line) {
        this.server = server;
        this.outbox = outbox;
        this.renderer = renderer;
        this.batches = batches;
        this.control = control;
        this.progress = progress;
        this.line = line;
    }

    /**
     * Sends what waits now and what is changed while it does.
     *
     * @return whether there was anything to process
     * @throws CentralFailure when the server cannot take any of it
     */
    boolean sendAll() {
        progress.total(outbox.toProcess(server));
        progress.processed(0, 0);
        long after = 0;
        List<OutboxEntry> entries = outbox.waitingFor(server, after, batches.size());
        boolean any = !entries.isEmpty();
        while (!entries.isEmpty()) {
            control.proceed();
            after = entries.getLast().revision();
            List<OutboxEntry> next = outbox.waitingFor(server, after, batches.size());
            send(new Batch(entries, after, next.isEmpty()));
            entries = next.isEmpty() ? outbox.waitingFor(server, after, batches.size()) : next;
        }
        if (refused > 1 && sent == 0) {
            // Not one record in particular: the server refuses whatever it is sent.
            throw refusal;
        }
        return any;
    }

    private record Batch(List<OutboxEntry> entries, long lastRevision, boolean last) {}

    private void send(Batch batch) {
        Map<Long, OutboxEntry> byRevision = new HashMap<>();
        List<OutgoingRecord> records = new ArrayList<>();
        List<OutboxEntry> notForThisServer = new ArrayList<>();
        List<RenderedChange.Broken> broken = new ArrayList<>();
        for (RenderedChange change : renderer.render(server, batch.entries())) {
            switch (change) {
                case RenderedChange.Send send -> {
                    byRevision.put(send.entry().revision(), send.entry());
                    records.add(new OutgoingRecord(send.entry().revision(), send.record()));
                }
                case RenderedChange.Keep keep -> notForThisServer.add(keep.entry());
                case RenderedChange.Broken unsendable -> broken.add(unsendable);
            }
        }
        outbox.broken(broken);
        Deque<List<OutgoingRecord>> pieces = new ArrayDeque<>(PushBatches.cut(records));
        boolean lastSent = !pieces.isEmpty() && sendPieces(pieces, batch, byRevision);
        if (!lastSent) {
            line.send(batch.lastRevision(), waiting(), List.of(), batch.last());
        }
        outbox.processed(server, notForThisServer);
        progress.processed(theOtherServers(notForThisServer) + broken.size(), 0);
    }

    /** What stays on this site is gone through as well, but is no change that anybody waits for. */
    private static long theOtherServers(List<OutboxEntry> notForThisServer) {
        return notForThisServer.stream().filter(entry -> !entry.staysHere()).count();
    }

    /** Returns whether the piece that the server was told is the last of the batch went through. */
    private boolean sendPieces(Deque<List<OutgoingRecord>> pieces, Batch batch, Map<Long, OutboxEntry> byRevision) {
        boolean lastSent = false;
        while (!pieces.isEmpty()) {
            control.proceed();
            List<OutgoingRecord> piece = pieces.pop();
            boolean last = pieces.isEmpty();
            try {
                batches.measured(
                        size -> {
                            line.send(piece.getLast().cursor(), waiting(), piece, batch.last() && last);
                            return piece;
                        },
                        List::size);
                outbox.sent(
                        server,
                        piece.stream()
                                .map(record -> byRevision.get(record.cursor()))
                                .toList());
                sent += piece.size();
                progress.processed(piece.size(), piece.size());
                lastSent = last;
            } catch (CentralFailure failure) {
                splitOrSetAside(failure, piece, pieces, byRevision);
            }
        }
        return lastSent;
    }

    private void splitOrSetAside(
            CentralFailure failure,
            List<OutgoingRecord> piece,
            Deque<List<OutgoingRecord>> pieces,
            Map<Long, OutboxEntry> byRevision) {
        boolean aboutRecords = failure.code() == FailureCode.RECORD_REFUSED;
        if (piece.size() > 1 && (aboutRecords || failure.smallerPushMayPass())) {
            PushBatches.halves(piece).reversed().forEach(pieces::push);
        } else if (aboutRecords) {
            OutboxEntry entry = byRevision.get(piece.getFirst().cursor());
            outbox.failed(entry, new Reason(ReasonKind.RECORD_REFUSED, null, failure.detail()));
            refused++;
            refusal = failure;
            progress.processed(1, 0);
        } else {
            throw failure;
        }
    }

    private long waiting() {
        return outbox.waitingFor(server);
    }
}
