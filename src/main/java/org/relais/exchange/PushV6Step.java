package org.relais.exchange;

import java.util.Set;
import org.relais.catalogue.CentralServer;
import org.relais.central.FailureCode;
import org.relais.central.OpenBatch;
import org.relais.central.OpenCentral;
import org.relais.central.Patience;
import org.relais.record.ChangeRenderer;
import org.relais.record.Outbox;
import org.relais.run.StepProgress;
import org.relais.run.SyncStep;
import org.springframework.stereotype.Component;

/**
 * Sends what was changed here to the Open mSupply central server and waits until it has integrated it (protocol.md section 9).
 * With no change at all there is no call.
 */
@Component
class PushV6Step implements Step {

    private final Outbox outbox;
    private final ChangeRenderer renderer;
    private final Patience patience;
    private final BatchSize batches = new BatchSize();

    PushV6Step(Outbox outbox, ChangeRenderer renderer, Patience patience) {
        this.outbox = outbox;
        this.renderer = renderer;
        this.patience = patience;
    }

    @Override
    public SyncStep which() {
        return SyncStep.PUSH_V6;
    }

    @Override
    public Set<CentralServer> needs() {
        return Set.of(CentralServer.OPEN);
    }

    @Override
    public void take(RunContext run, StepProgress progress) {
        OpenCentral open = run.open();
        Pushing pushing = new Pushing(
                CentralServer.OPEN,
                outbox,
                renderer,
                batches,
                run.control(),
                progress,
                (lastRevision, waiting, records, last) -> run.overTheLine(
                        CentralServer.OPEN,
                        () -> patience.whileBusy(run.control().cancellation(), Patience.INTEGRATION, () -> {
                            run.control().proceed();
                            return push(open, new OpenBatch(lastRevision, waiting, records, last));
                        })));
        if (pushing.sendAll()) {
            patience.until(
                    run.control().cancellation(),
                    CentralServer.OPEN,
                    Patience.INTEGRATION,
                    () -> run.overTheLine(CentralServer.OPEN, () -> !open.integrating()));
        }
    }

    /** What the server did not take must not count as sent. */
    private static long push(OpenCentral open, OpenBatch batch) {
        long taken = open.push(batch);
        int sent = batch.records().size();
        if (taken < sent) {
            throw new StepFailure(
                    FailureCode.NO_PROGRESS,
                    CentralServer.OPEN,
                    "POST /central/sync/push",
                    "the server took %d of %d records".formatted(taken, sent));
        }
        return taken;
    }
}
