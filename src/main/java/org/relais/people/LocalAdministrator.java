package org.relais.people;

import java.time.Clock;
import java.util.UUID;
import org.relais.startup.WrongSetting;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The account {@code admin}, which exists from the first start, before the network's users are known. Its password is
 * the setting {@code relais.admin.password}, at every start anew, or else one that was generated at the first start and
 * printed once.
 */
@Component
class LocalAdministrator implements InitializingBean {

    static final String NAME = "admin";

    private final AdministratorSettings settings;
    private final Accounts accounts;
    private final PasswordEncoder encoder;
    private final TransactionOperations transactions;
    private final Clock clock;

    LocalAdministrator(
            AdministratorSettings settings,
            Accounts accounts,
            PasswordEncoder encoder,
            TransactionOperations transactions,
            Clock clock) {
        this.settings = settings;
        this.accounts = accounts;
        this.encoder = encoder;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Before the first request is served. */
    @Override
    public void afterPropertiesSet() {
        settings.chosenPassword().ifPresentOrElse(this::useConfigured, this::generateAtFirstStart);
    }

    private void useConfigured(String password) {
        if (!BcryptLimit.fits(password)) {
            throw new WrongSetting(
                    "relais.admin.password",
                    password,
                    "at most " + BcryptLimit.LONGEST_IN_BYTES + " bytes in UTF-8, it has "
                            + BcryptLimit.bytes(password));
        }
        // Another process may make the account between the look and the making of it.
        if (accounts.findOwn(NAME).isPresent() || !add(password)) {
            transactions.executeWithoutResult(transaction -> accounts.findOwn(NAME)
                    .filter(account -> !encoder.matches(password, account.password()))
                    .ifPresent(account -> account.setPassword(encoder.encode(password), clock.instant())));
        }
    }

    private void generateAtFirstStart() {
        if (accounts.findOwn(NAME).isEmpty()) {
            String password = GeneratedPassword.make();
            if (add(password)) {
                announce(password);
            }
        }
    }

    /** Whether it was added: of two processes that try at once, one does. */
    private boolean add(String password) {
        Account account =
                Account.ofAdministrator(UUID.randomUUID().toString(), NAME, encoder.encode(password), clock.instant());
        try {
            transactions.executeWithoutResult(transaction -> accounts.saveAndFlush(account));
            return true;
        } catch (DataIntegrityViolationException madeElsewhere) {
            return false;
        }
    }

    /** To the console and not to the log: logs are kept and copied, and this is the only time that it is shown. */
    private static void announce(String password) {
        System.out.printf("""

                ----------------------------------------------------------------
                  The administrator's account was made.
                    name      %s
                    password  %s
                  The password is shown this once. The command `relais password`
                  makes another; the setting relais.admin.password chooses one.
                ----------------------------------------------------------------

                """, NAME, password);
    }
}
