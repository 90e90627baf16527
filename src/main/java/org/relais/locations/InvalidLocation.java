package org.relais.locations;

import java.util.EnumSet;
import java.util.Set;

/** A location was not stored because of what it said. */
public class InvalidLocation extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final EnumSet<LocationProblem> problems;

    InvalidLocation(Set<LocationProblem> problems) {
        super("The location was not stored: " + problems);
        this.problems = EnumSet.copyOf(problems);
    }

    /** What was wrong, at least one thing. */
    public Set<LocationProblem> problems() {
        return EnumSet.copyOf(problems);
    }
}
