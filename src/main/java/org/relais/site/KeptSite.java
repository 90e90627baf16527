package org.relais.site;

import java.net.URI;
import java.nio.file.Files;
import java.util.Optional;
import javax.sql.DataSource;
import org.relais.central.SiteCredentials;
import org.relais.database.DataDirectory;
import org.relais.startup.StartFailure;
import org.springframework.jdbc.core.simple.JdbcClient;

/** This site as another process runs it, for somebody who asks at the machine's shell. Nothing is made or changed. */
public final class KeptSite {

    private final JdbcClient database;
    private final PasswordSeal seal;

    /**
     * @param database of a site that was started before
     * @param directory its data directory, where the key to its password is
     */
    public KeptSite(DataSource database, DataDirectory directory) {
        this.database = JdbcClient.create(database);
        this.seal = new PasswordSeal(directory);
    }

    /** The mSupply central server; empty before the site is set up. */
    public Optional<URI> address() {
        return row().map(Row::address);
    }

    /**
     * What the site shows at the central servers; empty before it is set up, and for who may not read the key to its password.
     *
     * @throws StartFailure when the file of the key holds something else
     */
    public Optional<SiteCredentials> credentials() {
        // Who asks about a site must not make a key for it.
        return Files.isReadable(seal.file()) ? row().flatMap(this::opened) : Optional.empty();
    }

    private Optional<SiteCredentials> opened(Row row) {
        return seal.open(row.sealedPassword())
                .map(password -> new SiteCredentials(row.address(), row.name(), password, row.hardwareId()));
    }

    private Optional<Row> row() {
        return database.sql("select url, name, sealed_password, hardware_id from site")
                .query(Row.class)
                .optional();
    }

    private record Row(String url, String name, String sealedPassword, String hardwareId) {

        URI address() {
            return URI.create(url);
        }
    }
}
