package org.relais.exchange;

import java.util.Set;
import java.util.function.Supplier;
import org.relais.catalogue.CentralServer;
import org.relais.catalogue.Channel;
import org.relais.central.Cancellation;
import org.relais.central.OpenCentral;
import org.relais.central.Patience;
import org.relais.central.PullPage;
import org.relais.central.RecordSink;
import org.relais.record.Inbox;
import org.relais.run.StepProgress;
import org.relais.run.SyncStep;
import org.springframework.stereotype.Component;

/** Fetches the Open mSupply central server's change log from where the last run left it (protocol.md section 8). */
@Component
class PullV6Step implements Step {

    private final Inbox inbox;
    private final Patience patience;
    private final BatchSize batches = new BatchSize();

    PullV6Step(Inbox inbox, Patience patience) {
        this.inbox = inbox;
        this.patience = patience;
    }

    @Override
    public SyncStep which() {
        return SyncStep.PULL_V6;
    }

    @Override
    public Set<CentralServer> needs() {
        return Set.of(CentralServer.OPEN);
    }

    @Override
    public void take(RunContext run, StepProgress progress) {
        Line line = new Line(
                run.open(), !run.first() && !run.restored(), run.control().cancellation());
        try (Pages pages = Pages.readAhead(line, batches)) {
            new Pulling(Channel.OPEN_PULL, inbox, pages, run, progress, line).fetchAll();
        }
    }

    /** Asks for what comes from the cursor on, and waits while the server still integrates what this site pushed. */
    private final class Line implements Pulling.Line {

        private final OpenCentral open;
        private final boolean initialised;
        private final Cancellation cancellation;

        Line(OpenCentral open, boolean initialised, Cancellation cancellation) {
            this.open = open;
            this.initialised = initialised;
            this.cancellation = cancellation;
        }

        @Override
        public Pulling.Page fetch(long cursor, int limit, RecordSink sink) {
            PullPage page = open.pull(cursor, limit, initialised, sink);
            long ahead = page.last() ? 0 : Math.max(0, page.totalRecords() - page.count());
            return new Pulling.Page(page.count(), page.count(), ahead, page.nextCursor(), page.last());
        }

        @Override
        public Pulling.Page patiently(Supplier<Pulling.Page> call) {
            return patience.whileBusy(cancellation, Patience.INTEGRATION, call);
        }
    }
}
