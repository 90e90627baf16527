package org.relais.doors.ui;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.relais.vocabulary.Keyed;

/** Why a person is on the sign-in page again; the address says it by a parameter of the same name. */
enum SignInProblem implements Keyed {
    /** Name or password are wrong. */
    WRONG,
    /** The central server is out of reach, and nobody known here has that name and password. */
    OFFLINE,
    /** The central server has not answered in time, and nobody known here has that name and password. */
    SILENT,
    /** Too many failures: so many seconds to wait. */
    WAIT,
    /** The central server keeps the account out: for so many seconds. */
    BLOCKED,
    /** The network switched the account off. */
    INACTIVE,
    /** The person may enter no store of this site. */
    NO_STORE,
    /** The site is not set up: only the local administrator can sign in. */
    UNCONFIGURED,
    /** The person had signed in, and the central server does not accept the password any more. */
    REFUSED,
    /** The person had signed in, and did nothing for a while. */
    ENDED,
    /** The person had signed in before this server's last start. */
    RESTARTED,
    /** The person signed out in another tab. */
    LEFT,
    /** The form was open while its session ended. */
    STALE,
    /** This server cannot find out at the moment. */
    TROUBLE,
    NONE;

    /** What an address says that a page made which only saw that the session was over. */
    private static final Set<SignInProblem> GUESSED = EnumSet.of(ENDED, RESTARTED, LEFT);

    private static final Set<SignInProblem> CALM = EnumSet.of(UNCONFIGURED, ENDED, RESTARTED, LEFT, STALE);

    static SignInProblem in(Set<String> parameters) {
        return Arrays.stream(values())
                .filter(problem -> problem != NONE && parameters.contains(problem.parameter()))
                .findFirst()
                .orElse(NONE);
    }

    /** What is said of a session that ended so. */
    static SignInProblem of(SessionEnd end) {
        return valueOf(end.name());
    }

    @Override
    public String key() {
        return "login.problem." + parameter();
    }

    /** Whether the address says how many seconds it lasts. */
    boolean lasts() {
        return this == WAIT || this == BLOCKED;
    }

    /** Whether this server's own word for the end of a session takes its place; a bad one is also said where none was asked for. */
    boolean yieldsTo(SignInProblem known) {
        return GUESSED.contains(this) || this == NONE && !known.calm();
    }

    /** Whether that the first synchronisation is not complete says more: the stores come with it, also when a site starts over. */
    boolean mayBeForTheFirstRun() {
        return this == NONE || this == NO_STORE;
    }

    /** Whether it is nobody's mistake, so that it is said without alarm. */
    boolean calm() {
        return CALM.contains(this);
    }

    String parameter() {
        return Keyed.super.key();
    }
}
