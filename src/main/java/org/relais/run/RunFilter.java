package org.relais.run;

import org.springframework.data.jpa.domain.Specification;

/**
 * Which runs to look back at.
 *
 * @param outcome only those that ended so; null for all
 * @param trigger only those that this started; null for all
 */
public record RunFilter(Outcome outcome, Trigger trigger) {

    /** Lets every run through. */
    public static final RunFilter ALL = new RunFilter(null, null);

    Specification<RunRow> asSpecification() {
        return Specification.allOf(has("outcome", outcome), has("trigger", trigger));
    }

    private static Specification<RunRow> has(String attribute, Object value) {
        return (run, query, that) -> value == null ? that.conjunction() : that.equal(run.get(attribute), value);
    }
}
