package org.relais.exchange;

import java.util.Set;
import org.relais.catalogue.CentralServer;
import org.relais.record.IntegrationProgress;
import org.relais.record.IntegrationResult;
import org.relais.record.Integrator;
import org.relais.run.StepProgress;
import org.relais.run.SyncStep;
import org.springframework.stereotype.Component;

/** Takes everything that came in into the record store. Needs no server. */
@Component
class IntegrateStep implements Step {

    private final Integrator integrator;

    IntegrateStep(Integrator integrator) {
        this.integrator = integrator;
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
        IntegrationResult result = integrator.integrate(new IntegrationProgress() {
            @Override
            public void total(long records) {
                progress.total(records);
            }

            @Override
            public void done(long records) {
                progress.done(records);
            }

            @Override
            public boolean cancelled() {
                return run.control().ended();
            }
        });
        if (!result.complete()) {
            run.control().proceed();
        }
    }
}
