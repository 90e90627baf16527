package org.relais.run;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.hibernate.annotations.BatchSize;
import org.relais.central.FailureCode;
import org.relais.central.Traffic;

/** A row of {@code sync_run} with its steps. */
@Entity
@Table(name = "sync_run")
class RunRow {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Convert(converter = KeyColumn.OfPlan.class)
    private RunPlan plan;

    @Column(name = "trigger_key")
    @Convert(converter = KeyColumn.OfTrigger.class)
    private Trigger trigger;

    private String startedBy;
    private Instant startedAt;
    private Instant finishedAt;

    @Convert(converter = KeyColumn.OfOutcome.class)
    private Outcome outcome;

    private String node;
    private boolean cancelRequested;
    private long version;
    private Instant updatedAt;
    private long sent;
    private long received;
    private Long bytesReceived;
    private Long bytesSent;

    @Embedded
    private FailureColumns error;

    @ElementCollection
    @CollectionTable(name = "sync_step", joinColumns = @JoinColumn(name = "run_id"))
    @OrderColumn(name = "position", columnDefinition = "tinyint")
    @BatchSize(size = 200)
    private List<StepRow> steps = new ArrayList<>();

    /** For the persistence provider. */
    protected RunRow() {}

    /** A run that was asked for. */
    RunRow(Trigger trigger, String user, RunPlan plan, Instant now) {
        this.plan = plan;
        this.trigger = trigger;
        this.startedBy = user;
        this.startedAt = now;
        this.outcome = Outcome.RUNNING;
        this.updatedAt = now;
        plan.steps().forEach(step -> steps.add(new StepRow(RunStep.pending(step))));
    }

    Run read() {
        return new Run(
                id,
                plan,
                trigger,
                startedBy,
                startedAt,
                finishedAt,
                outcome,
                steps.stream().filter(Objects::nonNull).map(StepRow::read).toList(),
                FailureColumns.read(error),
                bytesReceived == null ? null : new Traffic(bytesReceived, bytesSent));
    }

    boolean open() {
        return outcome == Outcome.RUNNING;
    }

    boolean begun() {
        return node != null;
    }

    /** A process takes it; its start is now. */
    void begin(String by, Instant now) {
        node = by;
        startedAt = now;
        touched(now);
    }

    /** How far it is. */
    void keep(Run run, Instant now) {
        outcome = run.outcome();
        finishedAt = run.finishedAt();
        sent = run.sent();
        received = run.received();
        error = FailureColumns.of(run.error());
        bytesReceived = run.bytesReceived();
        bytesSent = run.bytesSent();
        keepSteps(run.steps());
        touched(now);
    }

    /**
     * Its process is gone: it ended with its last sign of life. One that a person had cancelled ended as that person wanted it,
     * and is not taken up again.
     */
    void close(String why) {
        FailureCode code = cancelRequested ? FailureCode.CANCELLED : FailureCode.INTERRUPTED;
        Outcome how = cancelRequested ? Outcome.CANCELLED : Outcome.INTERRUPTED;
        Failure cut = new Failure(code, null, null, why, updatedAt);
        Run left = read();
        Run closed = left.withSteps(step -> switch (step.state()) {
            case ACTIVE -> step.ended(StepState.FAILED, updatedAt, cut);
            case PENDING -> step.ended(StepState.SKIPPED, updatedAt, null);
            default -> step;
        });
        keep((left.error() != null ? closed : closed.withError(cut)).ended(how, updatedAt), updatedAt);
    }

    void requestCancel() {
        cancelRequested = true;
        version++;
    }

    private void keepSteps(List<RunStep> now) {
        for (int i = 0; i < now.size(); i++) {
            StepRow row = new StepRow(now.get(i));
            if (!row.equals(steps.get(i))) {
                steps.set(i, row);
            }
        }
    }

    /** Other processes see by the version that there is news. */
    private void touched(Instant now) {
        updatedAt = now;
        version++;
    }
}
