package org.relais.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** How a command at a shell reaches the database of a site that another process of this machine runs. */
public final class RunningDatabase {

    private RunningDatabase() {}

    /**
     * Connections to it, without a pool.
     *
     * @param settings those that the site was started with
     * @return empty when the site does not run, as then nobody runs the database in its data directory
     * @throws IOException when the site's files may not be read by this user
     */
    public static Optional<DataSource> of(Environment settings) throws IOException {
        String url = settings.getProperty("spring.datasource.url", "");
        if (!url.isBlank()) {
            return Optional.of(new DriverManagerDataSource(
                    url,
                    settings.getProperty("spring.datasource.username", ""),
                    settings.getProperty("spring.datasource.password", "")));
        }
        Path directory = Binder.get(settings)
                .bindOrCreate("relais.data", DataSettings.class)
                .directory()
                .resolve("mariadb");
        try {
            int port = Integer.parseInt(
                    Files.readString(ServerCommand.portFile(directory)).strip());
            String password =
                    Files.readString(ServerCommand.passwordFile(directory)).strip();
            return Optional.of(new DriverManagerDataSource(
                    ServerCommand.url(port, EmbeddedMariaDb.SCHEMA), ServerCommand.ACCOUNT, password));
        } catch (NoSuchFileException nobodyRunsIt) {
            return Optional.empty();
        }
    }
}
