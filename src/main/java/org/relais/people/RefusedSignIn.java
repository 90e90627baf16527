package org.relais.people;

import java.time.Duration;
import org.relais.vocabulary.Keyed;
import org.springframework.security.authentication.AccountStatusException;

/** A try to sign in that failed for another reason than a wrong name or password. It does not count as a failure. */
public class RefusedSignIn extends AccountStatusException {

    /** Why; the sign-in page's address names it. */
    public enum Reason implements Keyed {
        /** The first synchronisation is not complete: nobody is known here but the local administrator. */
        UNCONFIGURED,
        /** The central server keeps the account out for a while. */
        BLOCKED,
        /** The network's administrators switched the account off. */
        INACTIVE,
        /** The person may enter no store of this site. */
        NO_STORE
    }

    private final Reason reason;
    private final long seconds;

    public RefusedSignIn(Reason reason) {
        this(reason, Duration.ZERO);
    }

    private RefusedSignIn(Reason reason, Duration remaining) {
        super(reason.key());
        this.reason = reason;
        this.seconds = Math.max(1, remaining.toSeconds());
    }

    /** The central server keeps the account out for so long. */
    public static RefusedSignIn blocked(Duration remaining) {
        return new RefusedSignIn(Reason.BLOCKED, remaining);
    }

    public Reason reason() {
        return reason;
    }

    /** How long to wait before the next try, from 1; it means something for {@link Reason#BLOCKED} only. */
    public long seconds() {
        return seconds;
    }

    /** What the sign-in page's address says: {@code inactive}, {@code blocked=60}. */
    public String query() {
        return reason == Reason.BLOCKED ? reason.key() + "=" + seconds : reason.key();
    }

    /** The key of the words for a program. */
    public String key() {
        return "refusal." + reason.key();
    }
}
