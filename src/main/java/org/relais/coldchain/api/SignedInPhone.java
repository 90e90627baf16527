package org.relais.coldchain.api;

import org.relais.coldchain.Phone;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;

/** A phone that signed in: it may send temperatures for its store and nothing else. */
class SignedInPhone extends AbstractAuthenticationToken {

    static final String ROLE = "PHONE";

    private final Phone phone;

    SignedInPhone(Phone phone) {
        super(AuthorityUtils.createAuthorityList("ROLE_" + ROLE));
        this.phone = phone;
        setAuthenticated(true);
    }

    @Override
    public Phone getPrincipal() {
        return phone;
    }

    @Override
    public String getName() {
        return phone.name();
    }

    @Override
    public Object getCredentials() {
        return null;
    }
}
