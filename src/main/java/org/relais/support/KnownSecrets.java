package org.relais.support;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.NoSuchElementException;
import javax.sql.DataSource;
import org.relais.central.SiteCredentials;
import org.relais.site.Site;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** The secrets that this site has: those of the settings, of the database, and those that the database keeps. */
@Component
class KnownSecrets {

    private static final Logger log = LoggerFactory.getLogger(KnownSecrets.class);

    private final GivenSettings settings;
    private final DataSource dataSource;
    private final Site site;

    KnownSecrets(GivenSettings settings, DataSource dataSource, Site site) {
        this.settings = settings;
        this.dataSource = dataSource;
        this.site = site;
    }

    /** All that can be read now; what only the database knows is missing while it does not answer. */
    List<String> all() {
        List<String> secrets = new ArrayList<>(settings.secrets());
        add(secrets, this::ofTheDatabase);
        add(secrets, this::ofTheSite);
        // Hashes of accounts and tokens are known by their shapes: one by one they would make hundreds of alternatives.
        add(secrets, () -> site.sealedPassword().stream().toList());
        return secrets;
    }

    private interface Source {
        List<String> read() throws SQLException;
    }

    private static void add(List<String> secrets, Source source) {
        try {
            secrets.addAll(source.read());
        } catch (SQLException | DataAccessException | IllegalStateException | NoSuchElementException unreadable) {
            log.warn("Some secrets could not be read, only their shapes are blotted out: {}", unreadable.getMessage());
        }
    }

    /** Also as HTTP Basic carries them. */
    private List<String> ofTheSite() {
        if (!site.configured()) {
            return List.of();
        }
        SiteCredentials credentials = site.credentials();
        String basic = credentials.siteName() + ":" + credentials.passwordSha256();
        return List.of(
                credentials.passwordSha256(),
                credentials.hardwareId(),
                Base64.getEncoder().encodeToString(basic.getBytes(StandardCharsets.UTF_8)));
    }

    private List<String> ofTheDatabase() throws SQLException {
        if (dataSource.isWrapperFor(HikariDataSource.class)) {
            String password = dataSource.unwrap(HikariDataSource.class).getPassword();
            return password == null || password.isBlank() ? List.of() : List.of(password);
        }
        return List.of();
    }
}
