package org.relais.site;

import java.util.Set;

/** What was typed to connect this site cannot be right; nobody was asked and nothing was kept. */
public class InvalidSite extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Set<SiteProblem> problems;

    InvalidSite(Set<SiteProblem> problems) {
        super(problems.toString(), null, false, false);
        this.problems = Set.copyOf(problems);
    }

    /** All that is wrong, at least one thing. */
    public Set<SiteProblem> problems() {
        return problems;
    }
}
