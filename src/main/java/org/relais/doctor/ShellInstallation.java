package org.relais.doctor;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.relais.backup.BackupStanding;
import org.relais.backup.KeptBackups;
import org.relais.central.CentralFailure;
import org.relais.central.ServerUrl;
import org.relais.central.SiteCredentials;
import org.relais.database.DataDirectory;
import org.relais.database.DatabaseCondition;
import org.relais.settings.KeptSettings;
import org.relais.site.KeptSite;
import org.relais.site.PublicAddress;
import org.relais.site.ServerAddress;
import org.springframework.core.env.Environment;
import org.springframework.dao.DataAccessException;

/**
 * The site as somebody at its machine's shell knows it: by its settings, and by its database while it runs.
 *
 * @param running its database; null when nobody runs it
 */
record ShellInstallation(Environment settings, DataSource running) implements Installation {

    private static final int SECONDS = 2;

    @Override
    public Optional<URI> address() {
        return kept(() -> site().flatMap(KeptSite::address))
                .or(() -> Optional.ofNullable(settings.getProperty("relais.site.central-url"))
                        .flatMap(ShellInstallation::read));
    }

    private static Optional<URI> read(String text) {
        try {
            return Optional.of(ServerUrl.parse(text));
        } catch (CentralFailure.InvalidUrl mistyped) {
            return Optional.empty();
        }
    }

    @Override
    public Optional<SiteCredentials> credentials() {
        return kept(() -> site().flatMap(KeptSite::credentials));
    }

    private Optional<KeptSite> site() {
        return Optional.ofNullable(directory()).map(path -> new KeptSite(running, new DataDirectory(path)));
    }

    @Override
    public Path directory() {
        Path path = Path.of(settings.getProperty("relais.data.directory", "./data"));
        return Files.isDirectory(path) ? path.toAbsolutePath().normalize() : null;
    }

    @Override
    public boolean writes() {
        return false;
    }

    @Override
    public Optional<DatabaseCondition> database() {
        if (running == null) {
            return Optional.empty();
        }
        try (Connection connection = running.getConnection()) {
            return Optional.of(connection.isValid(SECONDS) ? DatabaseCondition.ANSWERS : DatabaseCondition.DATABASE);
        } catch (SQLException silent) {
            return Optional.of(DatabaseCondition.DATABASE);
        }
    }

    @Override
    public Optional<BackupStanding> backups() {
        return kept(() -> Optional.of(new KeptBackups(running).standing()));
    }

    @Override
    public List<URI> phoneAddresses() {
        Optional<String> chosen = kept(() -> new KeptSettings(running).find(PublicAddress.NAME))
                .or(() -> Optional.ofNullable(settings.getProperty(PublicAddress.NAME)))
                .filter(address -> !address.isBlank());
        return chosen.map(address -> List.of(URI.create(address)))
                .orElseGet(() -> ServerAddress.ofThisMachine(settings));
    }

    /** A server that listens on it alone is not found under any other address, which the check sees by itself. */
    @Override
    public boolean onlyThisMachine() {
        return false;
    }

    /** What the database knows; empty when it does not run, or does not answer, which is a finding of its own. */
    private <T> Optional<T> kept(Supplier<Optional<T>> question) {
        try {
            return running == null ? Optional.empty() : question.get();
        } catch (DataAccessException silent) {
            return Optional.empty();
        }
    }
}
