package org.relais.security.ui;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/** Why a person is on the sign-in page again; the address says it by a parameter of the same name. */
enum SignInProblem {
    WRONG,
    WAIT,
    STALE,
    TROUBLE,
    NONE;

    static SignInProblem in(Set<String> parameters) {
        return Arrays.stream(values())
                .filter(problem -> problem != NONE && parameters.contains(problem.parameter()))
                .findFirst()
                .orElse(NONE);
    }

    String key() {
        return "login.problem." + parameter();
    }

    private String parameter() {
        return name().toLowerCase(Locale.ROOT);
    }
}
