package org.relais.exchange;

import java.util.Set;
import org.relais.catalogue.CentralServer;
import org.relais.catalogue.Channel;
import org.relais.central.CentralFailure;
import org.relais.central.CentralPage;
import org.relais.central.LegacyCentral;
import org.relais.central.RecordSink;
import org.relais.record.Inbox;
import org.relais.run.StepProgress;
import org.relais.run.SyncStep;
import org.springframework.stereotype.Component;

/** Fetches the mSupply central server's change log from where the last run left it (protocol.md section 8). */
@Component
class PullCentralStep implements Step {

    private final Inbox inbox;
    private final BatchSize batches = new BatchSize();

    PullCentralStep(Inbox inbox) {
        this.inbox = inbox;
    }

    @Override
    public SyncStep which() {
        return SyncStep.PULL_CENTRAL;
    }

    @Override
    public Set<CentralServer> needs() {
        return Set.of(CentralServer.LEGACY);
    }

    @Override
    public void take(RunContext run, StepProgress progress) {
        Line line = new Line(run.legacy());
        try (Pages pages = Pages.readAhead(line, batches)) {
            new Pulling(Channel.CENTRAL_RECORDS, inbox, pages, run, progress, line).fetchAll();
        }
    }

    /**
     * Asks for what comes after the cursor. Where there is nothing though the log goes on, it has a gap, and how wide it is the
     * server does not tell: it is walked number by number. The cursor stays before the gap until a record is found behind it, for
     * the next one that is made may have any of these numbers if the server was wrong about its newest.
     */
    private static final class Line implements Pulling.Line {

        /** How many numbers of a gap are walked before the run is looked after again. */
        private static final int AT_ONCE = 50;

        private final LegacyCentral legacy;
        private long walked;

        Line(LegacyCentral legacy) {
            this.legacy = legacy;
        }

        @Override
        public Pulling.Page fetch(long cursor, int limit, RecordSink sink) {
            long ahead = 1;
            for (int i = 0; i < AT_ONCE && ahead > 0; i++) {
                CentralPage page;
                try {
                    page = legacy.centralRecords(cursor + walked, limit, sink);
                } catch (CentralFailure.CursorAhead shorter) {
                    if (walked == 0) {
                        throw shorter;
                    }
                    // The log is shorter than the server said before: there was no gap.
                    return new Pulling.Page(0, 0, 0, cursor, true);
                }
                ahead = page.maxCursor() - page.lastId();
                if (page.count() > 0) {
                    walked = 0;
                    return new Pulling.Page(page.count(), page.count(), ahead, page.lastId(), false);
                }
                walked++;
            }
            return new Pulling.Page(0, 0, ahead, cursor, ahead == 0);
        }
    }
}
