package org.relais.doors;

import java.util.Optional;
import org.relais.people.Roles;
import org.springframework.dao.DataAccessException;
import org.springframework.security.core.Authentication;

/** Knows whose token it is that a program shows instead of a name and a password. */
public interface TokenCheck {

    /**
     * The program behind a token, with authorities named after {@link Roles}.
     *
     * @param token as it came, of any form and length
     * @return empty for a token that was never made, that was revoked or that has expired
     * @throws DataAccessException when the tokens cannot be read
     */
    Optional<Authentication> check(String token);
}
