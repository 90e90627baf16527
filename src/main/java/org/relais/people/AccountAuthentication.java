package org.relais.people;

import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Signs in with the accounts of this site's own; whoever has none of these is left to the network. */
@Component
@Order(0)
class AccountAuthentication implements AuthenticationProvider {

    private final Accounts accounts;
    private final PasswordEncoder encoder;

    AccountAuthentication(Accounts accounts, PasswordEncoder encoder) {
        this.accounts = accounts;
        this.encoder = encoder;
    }

    @Override
    public Authentication authenticate(Authentication request) {
        Account account = find(request.getName());
        if (account == null) {
            return null;
        }
        if (!encoder.matches(String.valueOf(request.getCredentials()), account.password())) {
            throw new BadCredentialsException("Wrong password");
        }
        SignedInUser user = account.signedIn(List.of());
        var authentication = UsernamePasswordAuthenticationToken.authenticated(user, null, user.authorities());
        authentication.setDetails(request.getDetails());
        return authentication;
    }

    private Account find(String name) {
        try {
            return accounts.findOwn(name).orElse(null);
        } catch (DataAccessException unreachable) {
            throw new InternalAuthenticationServiceException("The accounts cannot be read", unreachable);
        }
    }

    @Override
    public boolean supports(Class<?> request) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(request);
    }
}
