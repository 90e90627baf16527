package org.relais.people;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;

/**
 * Gives the local administrator another password, for somebody at the machine who was not there when the first one was shown, or
 * who lost it. A password is kept as a hash only, so nobody can be told the old one again. It counts from the next sign-in on, also
 * while the site runs.
 */
public final class AdministratorPassword {

    private final JdbcClient database;
    private final Clock clock;

    /** For the database of a site that was started before, so that its tables and the account are there. */
    public AdministratorPassword(DataSource database, Clock clock) {
        this.database = JdbcClient.create(database);
        this.clock = clock;
    }

    /** Whether the settings choose the password: then they set it again at the next start, and another one would not last. */
    public static boolean isChosenBy(Environment settings) {
        return Binder.get(settings)
                .bind("relais.admin", AdministratorSettings.class)
                .map(AdministratorSettings::chosenPassword)
                .orElse(Optional.empty())
                .isPresent();
    }

    /** The name that it goes with. */
    public static String accountName() {
        return LocalAdministrator.NAME;
    }

    /**
     * Makes a new one; the one before is void.
     *
     * @return the password, which is shown nowhere else; empty where the account is not there yet
     */
    public Optional<String> renew() {
        String password = GeneratedPassword.make();
        String hash = PasswordEncoderFactories.createDelegatingPasswordEncoder().encode(password);
        int changed = database.sql("""
                        update account set password = ?, changed_at = ? where folded_name = ? and not network
                        """)
                .params(hash, Timestamp.from(clock.instant()), LocalAdministrator.NAME)
                .update();
        return changed == 0 ? Optional.empty() : Optional.of(password);
    }
}
