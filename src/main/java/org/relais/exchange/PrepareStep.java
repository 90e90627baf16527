package org.relais.exchange;

import java.util.Set;
import org.relais.catalogue.CentralServer;
import org.relais.central.CentralFailure;
import org.relais.central.InitialisationStatus;
import org.relais.central.LegacyCentral;
import org.relais.central.Patience;
import org.relais.record.CleanSlate;
import org.relais.record.Renewal;
import org.relais.run.RunFence;
import org.relais.run.StepProgress;
import org.relais.run.SyncStep;
import org.springframework.stereotype.Component;

/**
 * Lets the mSupply central server queue everything for a new site, once: a first synchronisation that was interrupted later
 * goes on without it (protocol.md section 6). A site that starts over is emptied here: nothing else runs beside a run, and a step
 * that was cut is taken once more. A site that was restored keeps what it has, see {@link Renewal}.
 */
@Component
class PrepareStep implements Step {

    private final Patience patience;
    private final CleanSlate store;
    private final Renewal renewal;
    private final RunFence fence;

    PrepareStep(Patience patience, CleanSlate store, Renewal renewal, RunFence fence) {
        this.patience = patience;
        this.store = store;
        this.renewal = renewal;
        this.fence = fence;
    }

    @Override
    public SyncStep which() {
        return SyncStep.PREPARE;
    }

    /** Without it neither server has anything for this site. */
    @Override
    public Set<CentralServer> needs() {
        return Set.of(CentralServer.values());
    }

    @Override
    public void take(RunContext run, StepProgress progress) {
        InitialisationStatus status = run.greeting().initialisationStatus();
        if (run.prepared()) {
            return;
        }
        LegacyCentral legacy = run.legacy();
        if (run.restored()) {
            renewal.clearArrivals();
        } else if (!store.isClean()) {
            fence.holding(store::wipe);
        }
        if (status == InitialisationStatus.STARTED) {
            waitUntilIdle(run, legacy);
        } else {
            initialise(run, legacy, status);
        }
        run.markPrepared();
    }

    /** The answer may take longer than the line lasts: then the server is asked how far it is. */
    private void initialise(RunContext run, LegacyCentral legacy, InitialisationStatus before) {
        try {
            legacy.initialise();
        } catch (CentralFailure.Unreachable lost) {
            // A server that has done it once says so for ever: only one that is at it has heard of this time.
            boolean heard =
                    before != InitialisationStatus.COMPLETED || status(run, legacy) == InitialisationStatus.STARTED;
            waitUntilIdle(run, legacy);
            InitialisationStatus after = status(run, legacy);
            if (!heard || after == InitialisationStatus.NEW || after == InitialisationStatus.ERROR) {
                // It never heard of it, or could not do it: an idle server is then no sign of a filled queue.
                throw lost;
            }
        }
    }

    private void waitUntilIdle(RunContext run, LegacyCentral legacy) {
        patience.until(
                run.control().cancellation(),
                CentralServer.LEGACY,
                Patience.INITIALISATION,
                () -> run.overTheLine(
                        CentralServer.LEGACY, () -> legacy.status().idle()));
    }

    private static InitialisationStatus status(RunContext run, LegacyCentral legacy) {
        return run.overTheLine(CentralServer.LEGACY, () -> legacy.site().initialisationStatus());
    }
}
