package org.relais.doors;

import java.time.Duration;
import org.springframework.security.core.AuthenticationException;

/** A try to sign in that was not looked at, because too many before it had failed. */
public class TooManyFailures extends AuthenticationException {

    private final long seconds;

    TooManyFailures(Duration wait) {
        super("Too many failures");
        this.seconds = Math.max(1, wait.plusMillis(999).toSeconds());
    }

    /** How many seconds to wait before the next try, from 1. */
    public long seconds() {
        return seconds;
    }
}
