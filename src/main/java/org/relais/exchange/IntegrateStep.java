package org.relais.exchange;

import java.util.Set;
import org.relais.catalogue.CentralServer;
import org.relais.record.IntegrationProgress;
import org.relais.record.IntegrationResult;
import org.relais.record.Integrator;
import org.relais.record.Renewal;
import org.relais.run.StepProgress;
import org.relais.run.SyncStep;
import org.springframework.stereotype.Component;

/**
 * Takes everything that came in into the record store. Needs no server. What was set aside when it came in, and what was integrated
 * beside the pulls, counts as processed: so its total is all that the run has brought, and that is either integrated or set aside.
 */
@Component
class IntegrateStep implements Step {

    private final Integrator integrator;
    private final Renewal renewal;

    IntegrateStep(Integrator integrator, Renewal renewal) {
        this.integrator = integrator;
        this.renewal = renewal;
    }

    @Override
    public SyncStep which() {
        return SyncStep.INTEGRATE;
    }

    @Override
    public Set<CentralServer> needs() {
        return Set.of();
    }

    @Override
    public void take(RunContext run, StepProgress progress) {
        if (run.restored()) {
            renewal.reconcile();
        }
        Counting counting = new Counting(run, progress);
        IntegrationResult result = integrator.integrate(counting);
        if (result.complete()) {
            counting.all();
            if (run.restored()) {
                renewal.sweep();
                run.markCaughtUp();
            }
        } else {
            run.control().proceed();
        }
    }

    /** Tells how far the step is, what was done before it included. */
    private static final class Counting implements IntegrationProgress {

        private final RunContext run;
        private final StepProgress progress;
        private final long asideBefore;
        private final long before;
        private long total;

        Counting(RunContext run, StepProgress progress) {
            this.run = run;
            this.progress = progress;
            this.asideBefore = run.setAside();
            this.before = asideBefore + run.integrated();
            done(0);
            setAside(0);
        }

        @Override
        public void total(long records) {
            total = records;
            progress.total(before + records);
        }

        @Override
        public void done(long records) {
            progress.done(before + records);
        }

        @Override
        public void setAside(long records) {
            progress.setAside(asideBefore + records);
        }

        @Override
        public boolean cancelled() {
            return run.control().ended();
        }

        /** Everything was tried. An arrival that a newer one of the same record took the place of is dealt with too. */
        void all() {
            done(total);
        }
    }
}
