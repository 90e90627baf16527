package org.relais.run;

import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.relais.catalogue.CentralServer;
import org.relais.central.Traffic;

/**
 * One run, as far as it is.
 *
 * @param id the run's number
 * @param plan what it is to do
 * @param trigger what started it
 * @param startedBy the user who pressed the button, or null
 * @param startedAt when it began
 * @param finishedAt null while it goes on
 * @param outcome how it ended
 * @param steps its steps in order; those of a first synchronisation differ from the later ones
 * @param error the first failure, or null
 * @param traffic what it moved on the line so far; null where an earlier version did not keep that
 */
public record Run(
        long id,
        RunPlan plan,
        Trigger trigger,
        String startedBy,
        Instant startedAt,
        Instant finishedAt,
        Outcome outcome,
        List<RunStep> steps,
        Failure error,
        Traffic traffic) {

    public Run {
        steps = List.copyOf(steps);
    }

    /** Since when it waits for a line that dropped, or null. */
    public Instant waitingSince() {
        return steps.stream()
                .map(RunStep::waitingSince)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** How many changes it has sent to the central servers so far, to both together. */
    public long sent() {
        return steps.stream()
                .map(RunStep::sent)
                .filter(Objects::nonNull)
                .mapToLong(Long::longValue)
                .sum();
    }

    /** Whether one of its steps has processed anything so far. */
    public boolean gotFurther() {
        return steps.stream().anyMatch(step -> step.done() != null && step.done() > 0);
    }

    /** How many records it has fetched from the central servers so far. */
    public long received() {
        return steps.stream()
                .filter(step -> step.step().fetches() && step.done() != null)
                .mapToLong(RunStep::done)
                .sum();
    }

    /** How many records it has integrated so far, also such as had come before. */
    public long integrated() {
        return steps.stream()
                .filter(step -> step.step() == SyncStep.INTEGRATE && step.done() != null)
                .mapToLong(step -> step.done() - (step.setAside() == null ? 0 : step.setAside()))
                .sum();
    }

    /** How many records it has set aside instead. */
    public long setAside() {
        return steps.stream()
                .map(RunStep::setAside)
                .filter(Objects::nonNull)
                .mapToLong(Long::longValue)
                .sum();
    }

    /** How many of those that it has received are left to a later run; 0 where an earlier version did not keep that. */
    public long left() {
        boolean unknown = steps.stream()
                .anyMatch(step -> step.step() == SyncStep.INTEGRATE && step.done() != null && step.setAside() == null);
        return unknown ? 0 : Math.max(0, received() - integrated() - setAside());
    }

    /** What failed in it, the one that stands for it first; what is said of the same server in the same words stands once. */
    public List<Failure> failures() {
        Map<List<Object>, Failure> told = new LinkedHashMap<>();
        Stream.concat(Stream.of(error), steps.stream().map(RunStep::error))
                .filter(Objects::nonNull)
                .forEach(failure -> told.putIfAbsent(Arrays.asList(failure.code(), failure.server()), failure));
        return List.copyOf(told.values());
    }

    /** Whether a central server answered in it. */
    public boolean answered(CentralServer server) {
        return steps.stream().anyMatch(step -> step.step().server() == server && provesAnAnswer(step))
                || steps.stream()
                        .map(RunStep::error)
                        .anyMatch(failure -> failure != null && failure.server() == server && failure.toldByServer());
    }

    /** A push of nothing to the Open mSupply central server makes no call. */
    private static boolean provesAnAnswer(RunStep step) {
        boolean silent = step.step() == SyncStep.PUSH_V6 && (step.sent() == null || step.sent() == 0);
        return step.state() == StepState.DONE && !silent;
    }

    /** How many bytes came over the line; null where an earlier version did not keep that. */
    public Long bytesReceived() {
        return traffic == null ? null : (Long) traffic.received();
    }

    /** How many bytes went over the line; null where an earlier version did not keep that. */
    public Long bytesSent() {
        return traffic == null ? null : (Long) traffic.sent();
    }

    /** The run with each of its steps changed. */
    Run withSteps(UnaryOperator<RunStep> change) {
        List<RunStep> changed = steps.stream().map(change).toList();
        return new Run(id, plan, trigger, startedBy, startedAt, finishedAt, outcome, changed, error, traffic);
    }

    /** The run with this failure as the one that stands for it. */
    Run withError(Failure failure) {
        return new Run(id, plan, trigger, startedBy, startedAt, finishedAt, outcome, steps, failure, traffic);
    }

    /** The run after it moved so much on the line. */
    Run withTraffic(Traffic moved) {
        return new Run(id, plan, trigger, startedBy, startedAt, finishedAt, outcome, steps, error, moved);
    }

    /** The run as it ends. */
    Run ended(Outcome how, Instant at) {
        return new Run(id, plan, trigger, startedBy, startedAt, at, how, steps, error, traffic);
    }
}
