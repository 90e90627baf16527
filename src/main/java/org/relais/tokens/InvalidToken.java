package org.relais.tokens;

import java.util.EnumSet;
import java.util.Set;

/** A token was not made because of what was said about it. */
public class InvalidToken extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final EnumSet<TokenProblem> problems;

    InvalidToken(Set<TokenProblem> problems) {
        super("The token was not made: " + problems);
        this.problems = EnumSet.copyOf(problems);
    }

    /** What was wrong, at least one thing. */
    public Set<TokenProblem> problems() {
        return EnumSet.copyOf(problems);
    }
}
