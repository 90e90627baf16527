package org.relais.run;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.data.jpa.domain.Specification;

/**
 * Which runs to look back at.
 *
 * @param outcome only those that ended so; null for all
 * @param trigger only those that this started; null for all
 * @param from only those that began at this moment or later; null for all
 * @param until only those that began before this moment; null for all
 */
public record RunFilter(Outcome outcome, Trigger trigger, Instant from, Instant until) {

    /** Lets every run through. */
    public static final RunFilter ALL = new RunFilter(null, null, null, null);

    /** The same, but with this outcome; null for all. */
    public RunFilter with(Outcome wanted) {
        return new RunFilter(wanted, trigger, from, until);
    }

    /** The same, but started by this; null for all. */
    public RunFilter with(Trigger wanted) {
        return new RunFilter(outcome, wanted, from, until);
    }

    /** The same, but only what began before a moment. */
    RunFilter before(Instant moment) {
        return new RunFilter(outcome, trigger, from, moment);
    }

    /** The same, but only what began on this day of a zone. */
    public RunFilter on(LocalDate day, ZoneId zone) {
        Days days = new Days(day, 1, zone);
        return new RunFilter(outcome, trigger, days.begin(), days.end());
    }

    Specification<RunRow> asSpecification() {
        return Specification.allOf(has("outcome", outcome), has("trigger", trigger), began());
    }

    private static Specification<RunRow> has(String attribute, Object value) {
        return (run, query, that) -> value == null ? that.conjunction() : that.equal(run.get(attribute), value);
    }

    private Specification<RunRow> began() {
        return (run, query, that) -> that.and(
                from == null ? that.conjunction() : that.greaterThanOrEqualTo(run.get("startedAt"), from),
                until == null ? that.conjunction() : that.lessThan(run.get("startedAt"), until));
    }
}
