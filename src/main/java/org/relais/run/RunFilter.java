package org.relais.run;

/**
 * Which runs to look back at.
 *
 * @param outcome only those that ended so; null for all
 * @param trigger only those that this started; null for all
 */
public record RunFilter(Outcome outcome, Trigger trigger) {

    /** Lets every run through. */
    public static final RunFilter ALL = new RunFilter(null, null);

    String outcomeKey() {
        return outcome == null ? null : outcome.key();
    }

    String triggerKey() {
        return trigger == null ? null : trigger.key();
    }
}
