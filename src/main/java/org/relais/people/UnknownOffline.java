package org.relais.people;

import org.springframework.security.authentication.BadCredentialsException;

/**
 * The central server is out of reach, and name and password are not those of anybody whom it let in here before. Which of
 * the two it is nobody is told, so that the answer does not tell which names exist.
 */
public class UnknownOffline extends BadCredentialsException {

    public UnknownOffline() {
        super("The central server is out of reach, and it never let this name in with this password");
    }
}
