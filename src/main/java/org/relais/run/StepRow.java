package org.relais.run;

import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import java.time.Instant;

/** A row of {@code sync_step}: a step of a run, which it belongs to. */
@Embeddable
class StepRow {

    @Convert(converter = KeyColumn.OfStep.class)
    private SyncStep step;

    @Convert(converter = KeyColumn.OfState.class)
    private StepState state;

    private Long total;
    private Long done;
    private Long sent;
    private Long setAside;
    private Instant startedAt;
    private Instant finishedAt;
    private Instant waitingSince;

    @Embedded
    private FailureColumns error;

    /** For the persistence provider. */
    protected StepRow() {}

    StepRow(RunStep step) {
        this.step = step.step();
        this.state = step.state();
        this.total = step.total();
        this.done = step.done();
        this.sent = step.sent();
        this.setAside = step.setAside();
        this.startedAt = step.startedAt();
        this.finishedAt = step.finishedAt();
        this.waitingSince = step.waitingSince();
        this.error = FailureColumns.of(step.error());
    }

    RunStep read() {
        return new RunStep(
                step,
                state,
                total,
                done,
                sent,
                setAside,
                startedAt,
                finishedAt,
                FailureColumns.read(error),
                waitingSince);
    }

    /** Two that say the same are the same: the persistence provider writes those that differ. */
    @Override
    public boolean equals(Object other) {
        return other instanceof StepRow row && read().equals(row.read());
    }

    @Override
    public int hashCode() {
        return read().hashCode();
    }
}
