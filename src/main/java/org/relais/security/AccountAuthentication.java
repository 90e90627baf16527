package org.relais.security;

import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Signs in with the accounts that this site keeps. Further providers (the network's users) are asked before or after. */
@Component
@Order(0)
class AccountAuthentication implements AuthenticationProvider {

    private final Accounts accounts;
    private final PasswordEncoder encoder;
    private final String nobodysPassword;

    AccountAuthentication(Accounts accounts, PasswordEncoder encoder) {
        this.accounts = accounts;
        this.encoder = encoder;
        this.nobodysPassword = encoder.encode("nobody");
    }

    @Override
    public Authentication authenticate(Authentication request) {
        String password = String.valueOf(request.getCredentials());
        Account account = find(request.getName());
        // An unknown name takes as long as a wrong password, so that the time taken does not tell which names exist.
        boolean right = encoder.matches(password, account == null ? nobodysPassword : account.password());
        if (account == null || !right) {
            throw new BadCredentialsException("Unknown name or wrong password");
        }
        SignedInUser user = account.signedIn();
        var authentication = UsernamePasswordAuthenticationToken.authenticated(
                user,
                null,
                user.administrator()
                        ? AuthorityUtils.createAuthorityList("ROLE_USER", "ROLE_ADMIN")
                        : AuthorityUtils.createAuthorityList("ROLE_USER"));
        authentication.setDetails(request.getDetails());
        return authentication;
    }

    private Account find(String name) {
        try {
            return accounts.findByNameIgnoreCase(name).orElse(null);
        } catch (DataAccessException unreachable) {
            throw new InternalAuthenticationServiceException("The accounts cannot be read", unreachable);
        }
    }

    @Override
    public boolean supports(Class<?> request) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(request);
    }
}
