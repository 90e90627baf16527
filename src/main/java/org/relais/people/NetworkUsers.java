package org.relais.people;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.relais.central.LoginAnswer.UserStore;
import org.relais.central.NetworkUser;
import org.relais.site.Store;
import org.relais.site.Stores;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/** People of the network who signed in here, as the mSupply central server last told of them. */
@Component
public class NetworkUsers {

    /** Another process may keep the same person at the same moment; whoever comes second finds the row. */
    private static final int TRIES = 5;

    private final Accounts accounts;
    private final UserRecords records;
    private final Stores stores;
    private final TransactionOperations transactions;
    private final Clock clock;

    /** Of what is kept of anybody, in this process. */
    private final AtomicLong changes = new AtomicLong();

    NetworkUsers(
            Accounts accounts,
            UserRecords records,
            Stores stores,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.accounts = accounts;
        this.records = records;
        this.stores = stores;
        // Whoever looks for a row that is not there must not keep others from making one.
        TransactionTemplate readCommitted = new TransactionTemplate(transactions);
        readCommitted.setIsolationLevel(TransactionDefinition.ISOLATION_READ_COMMITTED);
        this.transactions = readCommitted;
        this.clock = clock;
    }

    /** Whether a name or an id belongs to an account of this site's own, which nobody of the network takes over. */
    boolean isTaken(String name, String id) {
        return accounts.isOwn(name, id);
    }

    /** Who signed in here with that name before. */
    Optional<RememberedUser> find(String name) {
        return accounts.findOfNetwork(name)
                .map(account -> new RememberedUser(account.getId(), account.password(), isActive(account)));
    }

    /**
     * Somebody who is signed in, as known now.
     *
     * @throws RefusedSignIn when the account is gone or switched off, or has no store here any more
     * @throws BadCredentialsException when the password that let the person in is not kept any more
     */
    public SignedInUser present(NetworkPerson person) {
        Account account = accounts.findWithStores(person.getPrincipal().id())
                .filter(this::isActive)
                .orElseThrow(() -> new RefusedSignIn(RefusedSignIn.Reason.INACTIVE));
        if (!person.isLetInBy(account.password())) {
            throw new BadCredentialsException("The central server refused the password that was kept");
        }
        return Optional.of(signedIn(account))
                .filter(now -> !now.stores().isEmpty())
                .orElseThrow(() -> new RefusedSignIn(RefusedSignIn.Reason.NO_STORE));
    }

    /**
     * A number that is another one as soon as this process keeps something else of anybody: what was found out of a person before
     * may hold no longer.
     */
    public long changes() {
        return changes.get();
    }

    /** A record that came after the central server's last answer may say that the network switched the account off. */
    private boolean isActive(Account account) {
        return account.active() && !records.switchesOff(account.getId(), account.seenRecord());
    }

    /** Lets nobody in with the password that was kept. */
    void forgetPassword(RememberedUser user) {
        accounts.forgetPassword(user.id(), user.hash());
        changes.incrementAndGet();
    }

    /**
     * Keeps what the central server said, in place of what was kept before. A language that the person chose here stays. A name
     * that was somebody else's before is the newer person's now, in whatever case it is written.
     *
     * @param hash the password's hash, or null for none
     * @param told the stores of the answer
     * @return the person
     */
    SignedInUser keep(NetworkUser user, String hash, List<UserStore> told) {
        SignedInUser kept = overRaces(() -> transactions.execute(transaction -> {
            accounts.giveUpName(user.name(), user.id());
            Account account = accounts.lock(user.id()).orElseGet(() -> Account.ofNetwork(user.id(), clock.instant()));
            account.learn(user, hash, records.digest(user.id()), told, clock.instant());
            return signedIn(accounts.saveAndFlush(account));
        }));
        changes.incrementAndGet();
        return kept;
    }

    private static <T> T overRaces(Supplier<T> work) {
        for (int tries = 1; ; tries++) {
            try {
                return work.get();
            } catch (DataIntegrityViolationException | ConcurrencyFailureException race) {
                if (tries == TRIES) {
                    throw race;
                }
            }
        }
    }

    /** The person with the stores of this site that they may enter: none when there is none. */
    Optional<SignedInUser> signedIn(String id) {
        return accounts.findWithStores(id).map(this::signedIn);
    }

    private SignedInUser signedIn(Account account) {
        Map<String, AccountStore> entered =
                account.stores().stream().collect(Collectors.toMap(AccountStore::storeId, Function.identity()));
        // By name, as they come, but the preferred ones first.
        return account.signedIn(stores.active().stream()
                .map(Store::id)
                .filter(entered::containsKey)
                .map(entered::get)
                .sorted(Comparator.comparing(store -> !store.preferred()))
                .map(AccountStore::access)
                .toList());
    }
}
