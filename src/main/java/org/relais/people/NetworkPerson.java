package org.relais.people;

import java.util.Optional;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/**
 * A person of the network who signed in. The password stays in the memory of the session, so that the central server can be
 * asked again what the person may do; it is neither written anywhere nor told to anybody outside of this room.
 */
public class NetworkPerson extends AbstractAuthenticationToken {

    private final SignedInUser user;
    private final transient String password;
    private final boolean fromMemory;

    /** A person as the central server, or what it said before, just told of them. */
    public NetworkPerson(SignedInUser user, String password, Object details) {
        this(user, password, details, false);
    }

    private NetworkPerson(SignedInUser user, String password, Object details, boolean fromMemory) {
        super(user.authorities());
        this.user = user;
        this.password = password;
        this.fromMemory = fromMemory;
        setAuthenticated(true);
        setDetails(details);
    }

    /** A person whom the central server told of in the last minutes, without its being asked now. */
    static NetworkPerson remembered(SignedInUser user, String password, Object details) {
        return new NetworkPerson(user, password, details, true);
    }

    /** Whether the central server may say something else by now. */
    public boolean isFromMemory() {
        return fromMemory;
    }

    /** Empty in a session that was written to a disk and read again. */
    public Optional<String> password() {
        return Optional.ofNullable(password);
    }

    @Override
    public SignedInUser getPrincipal() {
        return user;
    }

    @Override
    public Object getCredentials() {
        return null;
    }
}
