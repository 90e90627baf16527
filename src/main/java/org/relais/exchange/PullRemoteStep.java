package org.relais.exchange;

import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.relais.catalogue.CentralServer;
import org.relais.catalogue.Channel;
import org.relais.central.LegacyCentral;
import org.relais.central.QueuePage;
import org.relais.record.Inbox;
import org.relais.run.StepProgress;
import org.relais.run.SyncStep;
import org.springframework.stereotype.Component;

/**
 * Empties the queue that the mSupply central server keeps for this site. Records are acknowledged after they were stored: if
 * the line breaks between the two they come again, which does no harm (protocol.md section 8).
 */
@Component
class PullRemoteStep implements Step {

    private final Inbox inbox;
    private final Batches batches = new Batches();

    PullRemoteStep(Inbox inbox) {
        this.inbox = inbox;
    }

    @Override
    public SyncStep which() {
        return SyncStep.PULL_REMOTE;
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
            QueuePage page = batches.measured(limit -> receive(legacy, limit), received -> received.syncOutIds()
                    .size());
            int count = page.syncOutIds().size();
            more = count > 0;
            if (more) {
                legacy.acknowledge(page.syncOutIds());
            }
            progress.received(count, page.queueLength() - count);
        }
    }

    private QueuePage receive(LegacyCentral legacy, int limit) {
        AtomicReference<QueuePage> received = new AtomicReference<>();
        inbox.receive(Channel.QUEUED_RECORDS, intake -> received.set(legacy.queuedRecords(limit, intake::accept)));
        return received.get();
    }
}
