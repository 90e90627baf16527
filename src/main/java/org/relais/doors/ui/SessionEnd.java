package org.relais.doors.ui;

import java.util.Optional;
import org.relais.people.RefusedSignIn;
import org.relais.vocabulary.Keyed;

/** Why a browser that was signed in is not any more. */
public enum SessionEnd implements Keyed {
    /** Its person signed out in another tab. */
    LEFT,
    /** It began before this server's last start; sessions do not outlive a start. */
    RESTARTED,
    /** Nobody did anything in it for a while. */
    ENDED,
    /** The central server does not accept the password of its person any more. */
    REFUSED,
    /** The network's administrators switched the account of its person off. */
    INACTIVE,
    /** Its person may enter no store of this site any more. */
    NO_STORE;

    /** How a session ends whose person is refused so; empty where it does not: an account that is kept out for a while keeps its sessions. */
    static Optional<SessionEnd> by(RefusedSignIn refused) {
        return switch (refused.reason()) {
            case INACTIVE -> Optional.of(INACTIVE);
            case NO_STORE -> Optional.of(NO_STORE);
            case UNCONFIGURED, BLOCKED -> Optional.empty();
        };
    }
}
