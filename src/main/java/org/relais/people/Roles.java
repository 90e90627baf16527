package org.relais.people;

import jakarta.annotation.security.RolesAllowed;

/** What stands behind a request, as the rules of the doors ask for it; without the prefix {@code ROLE_} of the authorities. */
public final class Roles {

    /** A person who signed in: may look at runs, start one and stop it. */
    public static final String PERSON = "USER";

    /** Whoever may do everything; the pages ask for it with {@link RolesAllowed}. */
    public static final String ADMINISTRATOR = "ADMIN";

    /** A program that may look at runs and measurements. */
    public static final String LOOKING = "LOOKING";

    /** A program that may start runs and stop them. */
    public static final String OPERATING = "OPERATING";

    private Roles() {}
}
