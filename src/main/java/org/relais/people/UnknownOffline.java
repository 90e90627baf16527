package org.relais.people;

import org.relais.vocabulary.Keyed;
import org.springframework.security.authentication.AuthenticationServiceException;

/**
 * The central server does not say who it is, and name and password are not those of anybody whom it let in here before. Which of
 * the two it is nobody is told, so that the answer does not tell which names exist; it counts as a failure. Nobody said that one
 * of them is wrong either: a program may try the same again later.
 */
public class UnknownOffline extends AuthenticationServiceException {

    /** What the central server does; the sign-in page's address names it. */
    public enum Reason implements Keyed {
        /** It is out of reach, or answers something that is no answer. */
        OFFLINE,
        /** It was asked, and has not answered in the time that somebody waits. */
        SILENT
    }

    private final Reason reason;

    public UnknownOffline(Reason reason) {
        super("The central server is " + reason.key() + ", and it never let this name in with this password");
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    /** The key of the words for a program. */
    public String key() {
        return "refusal." + reason.key();
    }
}
