package org.relais.exchange;

import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.relais.catalogue.CentralServer;
import org.relais.catalogue.Channel;
import org.relais.central.OpenCentral;
import org.relais.central.Patience;
import org.relais.central.PullPage;
import org.relais.record.Inbox;
import org.relais.run.StepProgress;
import org.relais.run.SyncStep;
import org.springframework.stereotype.Component;

/** Fetches the Open mSupply central server's change log from where the last run left it (protocol.md section 8). */
@Component
class PullV6Step implements Step {

    private final Inbox inbox;
    private final Patience patience;
    private final Batches batches = new Batches();

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
        OpenCentral open = run.open();
        boolean more = true;
        while (more) {
            PullPage page = patience.whileBusy(Patience.INTEGRATION, () -> {
                run.control().proceed();
                return batches.measured(limit -> receive(open, limit, !run.first()), PullPage::count);
            });
            more = !page.last();
            long entriesAhead = more ? Math.max(0, page.totalRecords() - page.count()) : 0;
            progress.received(page.count(), entriesAhead);
        }
    }

    private PullPage receive(OpenCentral open, int limit, boolean initialised) {
        AtomicReference<PullPage> received = new AtomicReference<>();
        long cursor = inbox.cursor(Channel.OPEN_PULL);
        inbox.receive(Channel.OPEN_PULL, intake -> {
            PullPage page = open.pull(cursor, limit, initialised, intake::accept);
            if (page.nextCursor() != cursor) {
                intake.moveCursor(page.nextCursor());
            }
            received.set(page);
        });
        return received.get();
    }
}
