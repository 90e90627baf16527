package org.relais.tokens;

import java.io.Serializable;
import org.springframework.security.core.AuthenticatedPrincipal;

/** The program that shows a token; it has the token's name. */
record TokenHolder(long id, String name) implements AuthenticatedPrincipal, Serializable {

    @Override
    public String getName() {
        return name;
    }
}
