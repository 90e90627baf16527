package org.relais.people;

import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** Signs in people of the network. Names of accounts of this site's own are not asked for there. */
@Component
@Order(1)
class NetworkAuthentication implements AuthenticationProvider {

    private final NetworkSignIn network;
    private final NetworkUsers users;

    NetworkAuthentication(NetworkSignIn network, NetworkUsers users) {
        this.network = network;
        this.users = users;
    }

    @Override
    public Authentication authenticate(Authentication request) {
        String name = request.getName().strip();
        String password = String.valueOf(request.getCredentials());
        try {
            if (users.isTaken(name, "")) {
                return null;
            }
            if (request.getDetails() instanceof ProgramDetails program) {
                return network.remembered(name, password)
                        .map(person -> NetworkPerson.remembered(person, password, program))
                        .orElseGet(() -> network.signIn(name, password, program));
            }
            return network.signIn(name, password, request.getDetails());
        } catch (DataAccessException unreachable) {
            throw new InternalAuthenticationServiceException("The network's users cannot be read", unreachable);
        }
    }

    @Override
    public boolean supports(Class<?> request) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(request);
    }
}
