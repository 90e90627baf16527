package org.relais.sync;

import java.util.Set;

/** The badge's thresholds cannot be kept; nothing was changed. */
public class InvalidThresholds extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Set<BadgeProblem> problems;

    InvalidThresholds(Set<BadgeProblem> problems) {
        super(problems.toString(), null, false, false);
        this.problems = Set.copyOf(problems);
    }

    /** All that is wrong, at least one thing. */
    public Set<BadgeProblem> problems() {
        return problems;
    }
}
