package org.relais.people;

import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The language that a person chose, kept with the account. */
@Component
public class UserLanguages {

    private final Accounts accounts;
    private final Clock clock;

    UserLanguages(Accounts accounts, Clock clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    /** The language of that account, or empty before any choice and for an unknown account. */
    @Transactional(readOnly = true)
    public Optional<Locale> of(String userId) {
        return accounts.findById(userId).map(Account::language);
    }

    /** Keeps a choice; nothing happens for an unknown account. */
    @Transactional
    public void choose(String userId, Locale language) {
        accounts.lock(userId).ifPresent(account -> account.setLanguage(language, clock.instant()));
    }
}
