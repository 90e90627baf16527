package org.relais.exchange;

import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.relais.catalogue.CentralServer;
import org.relais.catalogue.Channel;
import org.relais.central.CentralPage;
import org.relais.central.LegacyCentral;
import org.relais.record.Inbox;
import org.relais.run.StepProgress;
import org.relais.run.SyncStep;
import org.springframework.stereotype.Component;

/** Fetches the mSupply central server's change log from where the last run left it (protocol.md section 8). */
@Component
class PullCentralStep implements Step {

    private final Inbox inbox;
    private final Batches batches = new Batches();

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
        LegacyCentral legacy = run.legacy();
        boolean more = true;
        while (more) {
            run.control().proceed();
            long cursor = inbox.cursor(Channel.CENTRAL_RECORDS);
            CentralPage page = batches.measured(limit -> receive(legacy, cursor, limit), CentralPage::count);
            progress.received(page.count(), Math.max(0, page.maxCursor() - page.lastId()));
            more = page.count() > 0 || cursor < page.maxCursor();
        }
    }

    private CentralPage receive(LegacyCentral legacy, long cursor, int limit) {
        AtomicReference<CentralPage> received = new AtomicReference<>();
        inbox.receive(Channel.CENTRAL_RECORDS, intake -> {
            CentralPage page = legacy.centralRecords(cursor, limit, intake::accept);
            if (page.count() > 0) {
                intake.moveCursor(page.lastId());
            } else if (cursor < page.maxCursor()) {
                // A gap in the log. How wide it is the server does not tell, so it is walked step by step.
                intake.moveCursor(cursor + 1);
            }
            received.set(page);
        });
        return received.get();
    }
}
