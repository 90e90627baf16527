package org.relais.exchange;

import java.util.Set;
import org.relais.catalogue.CentralServer;
import org.relais.run.StepProgress;
import org.relais.run.SyncStep;

/** One step of a run. Steps know nothing of each other, of the screen or of the schedule. */
interface Step {

    SyncStep which();

    /** The central servers that it needs: when one of them has failed in this run, the step is skipped. */
    Set<CentralServer> needs();

    /**
     * Does the step's work.
     *
     * @throws RuntimeException when it failed, see {@link Failures}, or when the run was told to end
     */
    void take(RunContext run, StepProgress progress);
}
