package org.relais.doors;

import org.springframework.security.core.AuthenticationException;

/** A token that opens nothing: never made, revoked or expired. Which of them it is stays untold. */
class TokenRefused extends AuthenticationException {

    TokenRefused() {
        super("No valid token");
    }
}
