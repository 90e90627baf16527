package org.relais.run;

import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.relais.record.Sameness;

/**
 * One run in the words that programs know: what the HTTP interface, the support file and whoever watches several sites tell
 * about it.
 *
 * @param id the run's number
 * @param plan what it was to do
 * @param trigger what started it
 * @param startedAt when it began
 * @param finishedAt null while it goes on
 * @param outcome how it ended
 * @param error the first failure, or null
 * @param steps its steps, in order
 * @param bytesReceived what came over the line, or null where that was not kept
 * @param bytesSent what went over the line, or null where that was not kept
 * @param sameness what a comparison with the central servers found after it, or null where none was made
 */
public record RunReport(
        long id,
        String plan,
        String trigger,
        Instant startedAt,
        Instant finishedAt,
        String outcome,
        Error error,
        List<Step> steps,
        Long bytesReceived,
        Long bytesSent,
        SamenessReport sameness) {

    public RunReport {
        steps = List.copyOf(steps);
    }

    /**
     * The report on a run.
     *
     * @param found what a comparison found after it, or null
     */
    public static RunReport of(Run run, Sameness found) {
        return of(run, found, failure -> failure);
    }

    /**
     * The report on a run for somebody who may not know everything.
     *
     * @param found what a comparison found after it, or null
     * @param told what may be told of a failure
     */
    public static RunReport of(Run run, Sameness found, UnaryOperator<Failure> told) {
        return new RunReport(
                run.id(),
                run.plan().key(),
                run.trigger().key(),
                run.startedAt(),
                run.finishedAt(),
                run.outcome().key(),
                Error.of(run.error(), told),
                run.steps().stream().map(step -> Step.of(step, told)).toList(),
                run.bytesReceived(),
                run.bytesSent(),
                SamenessReport.of(found));
    }

    /**
     * One step of the run.
     *
     * @param step which
     * @param state how far it is
     * @param total how many records or changes it has to process, or null while that is unknown
     * @param done how many of them it has processed, or null before it began
     * @param sent how many changes a push step has sent, null for the other steps
     * @param startedAt null before it began
     * @param finishedAt null until it ended
     * @param error why it failed, or null
     */
    public record Step(
            String step,
            String state,
            Long total,
            Long done,
            Long sent,
            Instant startedAt,
            Instant finishedAt,
            Error error) {

        private static Step of(RunStep step, UnaryOperator<Failure> told) {
            return new Step(
                    step.step().key(),
                    step.state().key(),
                    step.total(),
                    step.done(),
                    step.sent(),
                    step.startedAt(),
                    step.finishedAt(),
                    Error.of(step.error(), told));
        }
    }

    /**
     * Why a step or the run failed.
     *
     * @param code one word for what failed
     * @param server the central server concerned, or null
     * @param call the call that failed, or null
     * @param detail the server's own code and message, or the technical cause
     * @param at when
     */
    public record Error(String code, String server, String call, String detail, Instant at) {

        private static Error of(Failure failure, UnaryOperator<Failure> told) {
            if (failure == null) {
                return null;
            }
            Failure shown = told.apply(failure);
            return new Error(
                    shown.code().key(),
                    shown.server() == null ? null : shown.server().key(),
                    shown.call(),
                    shown.detail(),
                    shown.at());
        }
    }
}
