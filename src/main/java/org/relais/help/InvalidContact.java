package org.relais.help;

import java.util.EnumSet;
import java.util.Set;

/** A message was not taken because of what it said. */
public class InvalidContact extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final EnumSet<ContactProblem> problems;

    InvalidContact(Set<ContactProblem> problems) {
        super("The message was not taken: " + problems);
        this.problems = EnumSet.copyOf(problems);
    }

    /** What was wrong, at least one thing. */
    public Set<ContactProblem> problems() {
        return EnumSet.copyOf(problems);
    }
}
