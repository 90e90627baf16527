package org.relais.exchange;

import java.util.List;
import java.util.Set;
import org.relais.catalogue.CentralServer;
import org.relais.central.FailureCode;
import org.relais.central.LegacyCentral;
import org.relais.central.Patience;
import org.relais.record.ChangeRenderer;
import org.relais.record.Outbox;
import org.relais.run.StepProgress;
import org.relais.run.SyncStep;
import org.springframework.stereotype.Component;

/**
 * Sends what was changed here to the mSupply central server, closes the push and waits until it is integrated (protocol.md
 * section 9). The closing call is made even when nothing was changed.
 */
@Component
class PushStep implements Step {

    private final Outbox outbox;
    private final ChangeRenderer renderer;
    private final Patience patience;
    private final BatchSize batches = new BatchSize();

    PushStep(Outbox outbox, ChangeRenderer renderer, Patience patience) {
        this.outbox = outbox;
        this.renderer = renderer;
        this.patience = patience;
    }

    @Override
    public SyncStep which() {
        return SyncStep.PUSH;
    }

    @Override
    public Set<CentralServer> needs() {
        return Set.of(CentralServer.LEGACY);
    }

    @Override
    public void take(RunContext run, StepProgress progress) {
        LegacyCentral legacy = run.legacy();
        new Pushing(
                        CentralServer.LEGACY,
                        outbox,
                        renderer,
                        batches,
                        run.control(),
                        progress,
                        (lastRevision, waiting, records, last) -> run.overTheLine(
                                CentralServer.LEGACY,
                                () -> patience.whileBusy(run.control().cancellation(), Patience.INTEGRATION, () -> {
                                    run.control().proceed();
                                    return legacy.push(waiting, records);
                                })))
                .sendAll();
        close(run, legacy);
        patience.until(
                run.control().cancellation(),
                CentralServer.LEGACY,
                Patience.INTEGRATION,
                () -> run.overTheLine(
                        CentralServer.LEGACY, () -> legacy.status().idle()));
    }

    private static void close(RunContext run, LegacyCentral legacy) {
        if (!run.overTheLine(CentralServer.LEGACY, () -> legacy.push(0, List.of()))) {
            throw new StepFailure(
                    FailureCode.UNREADABLE_ANSWER,
                    CentralServer.LEGACY,
                    "POST /sync/v5/queued_records",
                    "the push was closed, but the server did not begin to integrate it (integrationStarted is false)");
        }
    }
}
