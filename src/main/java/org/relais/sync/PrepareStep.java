package org.relais.sync;

import java.util.Set;
import org.relais.catalogue.CentralServer;
import org.relais.central.CentralFailure;
import org.relais.central.InitialisationStatus;
import org.relais.central.LegacyCentral;
import org.relais.central.Patience;
import org.springframework.stereotype.Component;

/**
 * Lets the mSupply central server queue everything for a new site, once: a first synchronisation that was interrupted later
 * goes on without it (protocol.md section 6).
 */
@Component
class PrepareStep implements Step {

    private final Patience patience;

    PrepareStep(Patience patience) {
        this.patience = patience;
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
        if (status == InitialisationStatus.STARTED) {
            waitUntilIdle(run, legacy);
        } else {
            initialise(run, legacy);
        }
        run.markPrepared();
    }

    /** The answer may take longer than the line lasts: then the server is asked how far it is. */
    private void initialise(RunContext run, LegacyCentral legacy) {
        try {
            legacy.initialise();
        } catch (CentralFailure.Unreachable lost) {
            waitUntilIdle(run, legacy);
            InitialisationStatus status = legacy.site().initialisationStatus();
            if (status == InitialisationStatus.NEW || status == InitialisationStatus.ERROR) {
                // It never heard of it, or could not do it: an idle server is then no sign of a filled queue.
                throw lost;
            }
        }
    }

    private void waitUntilIdle(RunContext run, LegacyCentral legacy) {
        patience.until(CentralServer.LEGACY, Patience.INITIALISATION, () -> {
            run.control().proceed();
            return legacy.status().idle();
        });
    }
}
