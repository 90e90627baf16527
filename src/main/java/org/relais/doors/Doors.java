package org.relais.doors;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.stereotype.Component;

/**
 * Makes the doors of the rooms. A room that answers programs declares one as a bean of its own, and says there who comes in and
 * how whoever does not is told; what no room opened is the pages'.
 */
@Component
public class Doors {

    private final ObjectProvider<HttpSecurity> chains;
    private final AuthenticationManager signIn;
    private final TokenCheck tokens;
    private final SecondLook secondLook;
    private final JsonRefusals refusals;

    Doors(
            ObjectProvider<HttpSecurity> chains,
            AuthenticationManager signIn,
            TokenCheck tokens,
            SecondLook secondLook,
            JsonRefusals refusals) {
        this.chains = chains;
        this.signIn = signIn;
        this.tokens = tokens;
        this.secondLook = secondLook;
        this.refusals = refusals;
    }

    /**
     * A new door. Unless told otherwise it takes a name and a password, or a token, with each request, keeps no session, takes
     * nothing that a page of another site sends, and refuses with a problem document (RFC 9457).
     *
     * @param path all that begins with it; of two doors the one with the longer path is asked first
     */
    public Door at(String path) {
        return new Door(path, chains.getObject(), signIn, tokens, secondLook, refusals);
    }
}
