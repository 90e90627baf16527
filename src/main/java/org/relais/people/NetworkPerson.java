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

    /** With which what is kept let the person in; null where the central server did, or in a session that was read again. */
    private final transient String keptHash;

    /** A person as the central server, or what it said before, just told of them. */
    public NetworkPerson(SignedInUser user, String password, Object details) {
        this(user, password, details, false, null);
    }

    private NetworkPerson(SignedInUser user, String password, Object details, boolean fromMemory, String keptHash) {
        super(user.authorities());
        this.user = user;
        this.password = password;
        this.fromMemory = fromMemory;
        this.keptHash = keptHash;
        setAuthenticated(true);
        setDetails(details);
    }

    /** A person whom the central server told of in the last minutes, without its being asked now. */
    static NetworkPerson remembered(SignedInUser user, String password, Object details) {
        return new NetworkPerson(user, password, details, true, null);
    }

    /** A person whom what is kept let in, while the central server does not say. */
    static NetworkPerson offline(SignedInUser user, String password, Object details, String keptHash) {
        return new NetworkPerson(user, password, details, false, keptHash);
    }

    /** Whether the central server may say something else by now. */
    public boolean isFromMemory() {
        return fromMemory;
    }

    /** Whether what is kept let the person in: the central server may still refuse the password. */
    public boolean isOffline() {
        return keptHash != null;
    }

    /** The same person as they are known now, let in as they were. */
    public NetworkPerson as(SignedInUser now) {
        return new NetworkPerson(now, password, getDetails(), false, keptHash);
    }

    /** Whether that hash is kept with which the person was let in; it always is where the central server let them in. */
    boolean isLetInBy(String hash) {
        return keptHash == null || keptHash.equals(hash);
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
