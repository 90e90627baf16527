package org.relais.catalogue.push;

import org.relais.catalogue.Problem;

/** A record that must not leave as it is. */
public final class NotSendable extends RuntimeException {

    private final Problem problem;

    /** @param problem why not */
    public NotSendable(Problem problem) {
        super(problem.toString(), null, false, false);
        this.problem = problem;
    }

    /** Why not; never null. */
    public Problem problem() {
        return problem;
    }
}
