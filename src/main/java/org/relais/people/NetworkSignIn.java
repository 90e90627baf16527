package org.relais.people;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.relais.central.Cancellation;
import org.relais.central.CentralFailure;
import org.relais.central.CentralServers;
import org.relais.central.Errand;
import org.relais.central.LoginAnswer;
import org.relais.central.NetworkUser;
import org.relais.site.Site;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.stereotype.Component;

/**
 * Finds out whether a person of the network may sign in: asks the mSupply central server and keeps its answer; while it does not
 * say, its last answer decides. Nobody waits for it longer than {@link SignInPatience} tells. No transaction is open while it is
 * asked.
 */
@Component
public class NetworkSignIn {

    private static final Logger log = LoggerFactory.getLogger(NetworkSignIn.class);

    /** For how long a program is not asked about again. */
    private static final Duration LATELY = Duration.ofMinutes(5);

    /** So many people's last questions are remembered. */
    private static final int CAPACITY = 10_000;

    private final Site site;
    private final CentralServers servers;
    private final NetworkUsers users;
    private final OfflinePasswords passwords;
    private final SignInQuestions questions;
    private final SignInPatience patience;
    private final Ticker ticker;

    /** When this process last heard of whom, by the ticker: what a clock says of other moments is not worth much here. */
    private final Map<String, Long> heard = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
            return size() > CAPACITY;
        }
    });

    NetworkSignIn(
            Site site,
            CentralServers servers,
            NetworkUsers users,
            OfflinePasswords passwords,
            SignInQuestions questions,
            SignInPatience patience,
            Ticker ticker) {
        this.site = site;
        this.servers = servers;
        this.users = users;
        this.passwords = passwords;
        this.questions = questions;
        this.patience = patience;
        this.ticker = ticker;
    }

    /**
     * The person with that name and password.
     *
     * @param details where the request came from
     * @throws BadCredentialsException when one of the two is wrong
     * @throws RefusedSignIn when the person may not sign in here, or not now
     * @throws UnknownOffline when the central server does not say, and nothing is kept that lets the person in
     */
    NetworkPerson signIn(String name, String password, Object details) {
        if (!site.initialised()) {
            throw new RefusedSignIn(RefusedSignIn.Reason.UNCONFIGURED);
        }
        SignInQuestion question = question(name, password);
        // While the server thinks: a hash takes its time, too.
        Optional<RememberedUser> kept = users.find(name).filter(user -> passwords.matches(password, user.hash()));
        Duration limit = kept.filter(this::letsIn).isPresent() ? leftFor(question) : patience.ofStranger(details);
        UnknownOffline.Reason why;
        try {
            Optional<SignedInUser> said = question.within(limit);
            if (said.isPresent()) {
                return new NetworkPerson(said.get(), password, details);
            }
            why = UnknownOffline.Reason.OFFLINE;
        } catch (TimeoutException silent) {
            log.info("The central server has not said within {} ms who may sign in", Math.max(0, limit.toMillis()));
            why = UnknownOffline.Reason.SILENT;
        }
        RememberedUser user = stillKept(name, kept).orElse(null);
        if (user == null) {
            throw new UnknownOffline(why);
        }
        return NetworkPerson.offline(remember(user), password, details, user.hash());
    }

    private Duration leftFor(SignInQuestion question) {
        return patience.kept().minus(question.age());
    }

    private boolean letsIn(RememberedUser user) {
        return user.active()
                && users.signedIn(user.id())
                        .filter(person -> !person.stores().isEmpty())
                        .isPresent();
    }

    /** An answer to somebody else may have come meanwhile. */
    private Optional<RememberedUser> stillKept(String name, Optional<RememberedUser> kept) {
        return kept.flatMap(before -> users.find(name).filter(now -> now.keepsTheHashOf(before)));
    }

    /**
     * As {@link #signIn}, for programs, which send their password with each request: what the central server said in the last
     * minutes holds, unless it would keep the person out.
     *
     * @return empty where the central server has to be asked
     */
    Optional<SignedInUser> remembered(String name, String password) {
        return users.find(name)
                .filter(user -> user.active() && isFresh(user.id()))
                .filter(user -> passwords.matches(password, user.hash()))
                .flatMap(user -> users.signedIn(user.id()))
                .filter(person -> !person.stores().isEmpty());
    }

    private boolean isFresh(String id) {
        Long last = heard.get(id);
        return last != null && ticker.nanos() - last < LATELY.toNanos();
    }

    /**
     * The person with that name and password, as the central server says now; empty when it cannot say, or is silent. For somebody
     * who is known here and waits.
     *
     * @throws BadCredentialsException when one of the two is wrong
     * @throws RefusedSignIn when the person may not sign in here, or not now
     */
    public Optional<SignedInUser> ask(String name, String password) {
        SignInQuestion question = question(name, password);
        try {
            return question.within(leftFor(question));
        } catch (TimeoutException silent) {
            return Optional.empty();
        }
    }

    /** As {@link #ask}, however long the answer takes: for nobody who waits. */
    public Optional<SignedInUser> askInTheBackground(String name, String password) {
        return question(name, password).atLast();
    }

    private SignInQuestion question(String name, String password) {
        return questions.of(name, password, end -> answer(name, password, end));
    }

    private Optional<SignedInUser> answer(String name, String password, Cancellation end) {
        LoginAnswer answer;
        try {
            answer = servers.legacy(site.credentials(), new Errand(end)).login(name, password);
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
            users.forgetPassword(known.orElseThrow());
        }
        return new BadCredentialsException("Unknown name or wrong password");
    }

    private SignedInUser admit(NetworkUser user, String password, LoginAnswer.Known answer) {
        if (users.isTaken(user.name(), user.id())) {
            throw new BadCredentialsException("The name belongs to an account of this site's own");
        }
        SignedInUser person = users.keep(user, user.active() ? hash(user, password) : null, answer.stores());
        heard.put(user.id(), ticker.nanos());
        if (!user.active()) {
            throw new RefusedSignIn(RefusedSignIn.Reason.INACTIVE);
        }
        return withStore(person);
    }

    /** The hash that is kept stays while it is that of this password: making one is slow on purpose. */
    private String hash(NetworkUser user, String password) {
        return users.find(user.name())
                .filter(known -> known.id().equals(user.id()))
                .map(RememberedUser::hash)
                .filter(known -> passwords.matches(password, known))
                .orElseGet(() -> passwords.hash(password));
    }

    private SignedInUser remember(RememberedUser user) {
        if (!user.active()) {
            throw new RefusedSignIn(RefusedSignIn.Reason.INACTIVE);
        }
        return withStore(users.signedIn(user.id()).orElseThrow(() -> new RefusedSignIn(RefusedSignIn.Reason.INACTIVE)));
    }

    private static SignedInUser withStore(SignedInUser person) {
        if (person.stores().isEmpty()) {
            throw new RefusedSignIn(RefusedSignIn.Reason.NO_STORE);
        }
        return person;
    }
}
