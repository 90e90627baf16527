package org.relais.people;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.relais.central.CentralFailure;
import org.relais.central.CentralServers;
import org.relais.central.LoginAnswer;
import org.relais.central.NetworkUser;
import org.relais.site.Site;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.stereotype.Component;

/**
 * Finds out whether a person of the network may sign in: asks the mSupply central server and keeps its answer; while it cannot
 * say, its last answer decides. No transaction is open while it is asked.
 */
@Component
public class NetworkSignIn {

    private static final Logger log = LoggerFactory.getLogger(NetworkSignIn.class);

    /** For how long a program is not asked about again. */
    private static final Duration LATELY = Duration.ofMinutes(5);

    private final Site site;
    private final CentralServers servers;
    private final NetworkUsers users;
    private final OfflinePasswords passwords;
    private final Clock clock;

    NetworkSignIn(Site site, CentralServers servers, NetworkUsers users, OfflinePasswords passwords, Clock clock) {
        this.site = site;
        this.servers = servers;
        this.users = users;
        this.passwords = passwords;
        this.clock = clock;
    }

    /**
     * The person with that name and password.
     *
     * @throws BadCredentialsException when one of the two is wrong
     * @throws RefusedSignIn when the person may not sign in here, or not now
     */
    SignedInUser signIn(String name, String password) {
        if (!site.initialised()) {
            throw new RefusedSignIn(RefusedSignIn.Reason.UNCONFIGURED);
        }
        return ask(name, password).orElseGet(() -> remember(name, password));
    }

    /**
     * As {@link #signIn}, for programs, which send their password with each request: what the central server said in the last
     * minutes holds.
     */
    SignedInUser signInAgain(String name, String password) {
        Instant lately = clock.instant().minus(LATELY);
        return users.find(name)
                .filter(user -> user.active() && user.checkedAt().isAfter(lately))
                .filter(user -> passwords.matches(password, user.hash()))
                .map(user -> withStore(users.signedIn(user.id())))
                .orElseGet(() -> signIn(name, password));
    }

    /**
     * The person with that name and password, as the central server says now; empty when it cannot say.
     *
     * @throws BadCredentialsException when one of the two is wrong
     * @throws RefusedSignIn when the person may not sign in here, or not now
     */
    public Optional<SignedInUser> ask(String name, String password) {
        LoginAnswer answer;
        try {
            answer = servers.legacy(site.credentials()).login(name, password);
        } catch (CentralFailure silent) {
            log.info("The central server cannot say who may sign in: {}", Printable.of(silent.getMessage()));
            return Optional.empty();
        }
        return switch (answer) {
            case LoginAnswer.WrongCredentials wrong -> throw wrong(name, password);
            case LoginAnswer.Blocked blocked -> throw RefusedSignIn.blocked(blocked.remaining());
            case LoginAnswer.Known known when !known.accepted() -> throw wrong(name, password);
            case LoginAnswer.Known known -> known.user().map(user -> admit(user, password, known));
        };
    }

    /** A password that the central server refused is no longer good while it is out of reach either. */
    private BadCredentialsException wrong(String name, String password) {
        Optional<RememberedUser> known = users.find(name);
        if (passwords.matches(password, known.map(RememberedUser::hash).orElse(null))) {
            users.forgetPassword(known.orElseThrow().id());
        }
        return new BadCredentialsException("Unknown name or wrong password");
    }

    private SignedInUser admit(NetworkUser user, String password, LoginAnswer.Known answer) {
        if (users.isTaken(user.name(), user.id())) {
            throw new BadCredentialsException("The name belongs to an account of this site's own");
        }
        String hash = user.active() ? passwords.hash(password) : null;
        SignedInUser person = users.keep(user, hash, answer.stores());
        if (!user.active()) {
            throw new RefusedSignIn(RefusedSignIn.Reason.INACTIVE);
        }
        return withStore(person);
    }

    private SignedInUser remember(String name, String password) {
        Optional<RememberedUser> known = users.find(name);
        if (!passwords.matches(password, known.map(RememberedUser::hash).orElse(null))) {
            throw new UnknownOffline();
        }
        RememberedUser user = known.orElseThrow();
        if (!user.active()) {
            throw new RefusedSignIn(RefusedSignIn.Reason.INACTIVE);
        }
        return withStore(users.signedIn(user.id()));
    }

    private static SignedInUser withStore(SignedInUser person) {
        if (person.stores().isEmpty()) {
            throw new RefusedSignIn(RefusedSignIn.Reason.NO_STORE);
        }
        return person;
    }
}
