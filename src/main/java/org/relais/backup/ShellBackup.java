package org.relais.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.relais.database.DataDirectory;
import org.relais.database.DataOwner;
import org.relais.database.DatabaseSettings;
import org.relais.database.RestorePlace;
import org.relais.database.RunningDatabase;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.boot.data.jpa.autoconfigure.DataJpaRepositoriesAutoConfiguration;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;

/**
 * Backs up and restores from a machine's shell. A backup is made by this process itself, whether the server runs or not: what it needs
 * is the data directory, which holds the way to the running database, and nobody's password. A restore is made while no server runs.
 */
public final class ShellBackup {

    private static final String URL = "spring.datasource.url";

    private ShellBackup() {}

    /**
     * A backup that was made, or was to be.
     *
     * @param folder where it lies
     * @param attempt what became of it
     */
    public record Made(Path folder, BackupAttempt attempt) {

        /** Its file; only where there is one. */
        public Path file() {
            return folder.resolve(attempt.file());
        }
    }

    /**
     * Makes a backup and proves it.
     *
     * @param settings as the server has them; the way to its database is added to them
     * @throws ShellRefusal when none could be begun
     */
    public static Made make(ConfigurableEnvironment settings) throws ShellRefusal {
        Path directory = DataOwner.directory(settings);
        boolean embedded = settings.getProperty(URL, "").isBlank();
        if (embedded && !Files.isDirectory(directory.resolve("mariadb").resolve("data"))) {
            throw new ShellRefusal("no-site", directory);
        }
        try {
            RunningDatabase.of(settings).ifPresent(running -> reach(running, settings));
            return make(rooms(settings));
        } catch (IOException | RuntimeException failure) {
            throw ShellRefusal.of(failure, directory, settings);
        }
    }

    private static void reach(RunningDatabase running, ConfigurableEnvironment settings) {
        Map<String, Object> way = new HashMap<>();
        way.put(URL, running.url());
        way.put("spring.datasource.username", running.username());
        way.put("spring.datasource.password", running.password());
        settings.getPropertySources().addFirst(new MapPropertySource("running-database", way));
    }

    private static AnnotationConfigApplicationContext rooms(ConfigurableEnvironment settings) {
        settings.getPropertySources()
                .addFirst(new MapPropertySource(
                        "few-connections", Map.of("spring.datasource.hikari.maximum-pool-size", 2)));
        settings.setConversionService(new ApplicationConversionService());
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        context.setEnvironment(settings);
        context.register(Rooms.class);
        // Ctrl-C ends the database too.
        context.registerShutdownHook();
        context.refresh();
        return context;
    }

    private static Made make(AnnotationConfigApplicationContext rooms) throws ShellRefusal {
        try (rooms) {
            Path folder = rooms.getBean(BackupSettings.class).plan().folder();
            return rooms.getBean(Backups.class)
                    .make(System.getProperty("user.name"))
                    .map(attempt -> new Made(folder, attempt))
                    .orElseThrow(() -> new ShellRefusal("going"));
        }
    }

    /**
     * Makes a site of a backup, in the data directory or schema that the settings name: all of it, or nothing.
     *
     * @return the moment that the backup shows
     * @throws ShellRefusal when nothing was restored
     */
    public static Instant restore(Path file, Environment settings) throws ShellRefusal {
        Path path = DataOwner.directory(settings);
        if (Files.isDirectory(file)) {
            throw new ShellRefusal("unusable." + UnusableBackup.Problem.NOT_A_BACKUP.key(), file);
        }
        try {
            DataDirectory directory = new DataDirectory(path);
            DatabaseSettings programs = DatabaseSettings.of(settings);
            DatabaseAccess external = external(settings);
            if (external == null) {
                new RestorePlace(directory).requireRoom(programs);
            }
            return new Restoration(directory, programs.programsFor(directory), external)
                    .restore(file, settings.getProperty(BackupSecret.NAME, ""))
                    .madeAt();
        } catch (UnusableBackup unusable) {
            throw new ShellRefusal("unusable." + unusable.problem().key(), file);
        } catch (SchemaInTheWay taken) {
            throw new ShellRefusal("schema");
        } catch (Proof.Differs | SQLException | IOException | RuntimeException failure) {
            throw ShellRefusal.of(failure, path, settings);
        }
    }

    private static DatabaseAccess external(Environment settings) {
        String url = settings.getProperty(URL, "");
        return url.isBlank()
                ? null
                : new DatabaseAccess(
                        url,
                        settings.getProperty("spring.datasource.username", ""),
                        settings.getProperty("spring.datasource.password", ""));
    }

    /** What a backup takes: the database and the settings that were chosen, without schedule and pages. */
    @AutoConfigurationPackage(basePackages = {"org.relais.backup", "org.relais.settings"})
    @ImportAutoConfiguration({
        DataSourceAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class,
        JdbcClientAutoConfiguration.class,
        TransactionAutoConfiguration.class,
        HibernateJpaAutoConfiguration.class,
        DataJpaRepositoriesAutoConfiguration.class
    })
    @ComponentScan(
            basePackages = {"org.relais.backup", "org.relais.database", "org.relais.settings"},
            excludeFilters =
                    @ComponentScan.Filter(
                            type = FilterType.REGEX,
                            pattern = "org\\.relais\\.backup\\.(ui\\..*|BackupSchedule|BackupHealth)"))
    static class Rooms {

        @Bean
        Clock clock() {
            return Clock.systemDefaultZone();
        }
    }
}
