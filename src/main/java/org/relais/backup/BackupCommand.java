package org.relais.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.relais.database.DataDirectory;
import org.relais.database.DatabaseSettings;
import org.relais.database.RunningDatabase;
import org.relais.startup.StartFailure;
import org.relais.startup.UnusableFile;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.data.jpa.autoconfigure.DataJpaRepositoriesAutoConfiguration;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.core.env.Environment;

/**
 * The program's commands {@code backup} and {@code restore FILE}, followed by settings as the server takes them. A backup is made by
 * this process itself, whether the server runs or not: what it needs is the data directory, which holds the way to the running
 * database, and nobody's password. A restore is made while no server runs.
 */
public final class BackupCommand {

    private static final String BACKUP = "backup";
    private static final String RESTORE = "restore";
    private static final int WRONG_CALL = 2;

    private final List<String> arguments;

    private BackupCommand(List<String> arguments) {
        this.arguments = arguments;
    }

    /** The command that a program's arguments begin with; empty when they begin with another, or none. */
    public static Optional<BackupCommand> in(String... arguments) {
        return arguments.length > 0 && (BACKUP.equals(arguments[0]) || RESTORE.equals(arguments[0]))
                ? Optional.of(new BackupCommand(Arrays.asList(arguments)))
                : Optional.empty();
    }

    /** Carries it out, and says in a line what became of it. Returns the exit code: 0 when all is well. */
    public int run() {
        try {
            return BACKUP.equals(arguments.getFirst()) ? backup() : restore();
        } catch (StartFailure failure) {
            return fail(failure.getMessage());
        } catch (UnusableBackup unusable) {
            return fail(arguments.get(1) + ": " + unusable.getMessage());
        } catch (Proof.Differs different) {
            return fail("The database does not give back what was put in, so nothing was restored: "
                    + different.getMessage());
        } catch (SQLException refused) {
            return fail("The database refuses: " + refused.getMessage());
        } catch (IOException e) {
            return fail(UnusableFile.line(e, arguments.getLast()).orElse(e.toString()));
        }
    }

    private int backup() throws IOException {
        List<String> settings = new ArrayList<>(arguments.subList(1, arguments.size()));
        try (ConfigurableApplicationContext context = start(Environments.class, settings)) {
            Environment environment = context.getEnvironment();
            if (url(environment).isEmpty()) {
                DataDirectory directory = directory(environment);
                if (!Files.isDirectory(directory.file("mariadb").resolve("data"))) {
                    return fail("There is no site in " + directory.path() + ": name its relais.data.directory");
                }
                RunningDatabase.in(directory).ifPresent(running -> {
                    settings.add("--spring.datasource.url=" + running.url());
                    settings.add("--spring.datasource.username=" + running.username());
                    settings.add("--spring.datasource.password=" + running.password());
                });
            }
        }
        try (ConfigurableApplicationContext context = start(Rooms.class, settings)) {
            Path folder = context.getBean(BackupSettings.class).plan().folder();
            Optional<BackupAttempt> made = context.getBean(Backups.class).make(System.getProperty("user.name"));
            if (made.isEmpty()) {
                return fail("A backup is being made already");
            }
            return tell(made.get(), folder);
        }
    }

    private static int tell(BackupAttempt made, Path folder) {
        if (made.problem() == null) {
            say(folder.resolve(made.file()) + ": " + made.rows() + " rows, restored and compared");
            return 0;
        }
        String why = made.problem().key() + (made.detail() == null ? "" : ", " + made.detail());
        return made.problem().leavesAFile()
                ? fail(folder.resolve(made.file()) + " was made but is not proven: " + why)
                : fail("No backup was made in " + folder + ": " + why);
    }

    private int restore() throws IOException, SQLException, Proof.Differs {
        if (arguments.size() < 2 || arguments.get(1).startsWith("-")) {
            fail(
                    "restore needs the backup's file: restore FILE [--relais.backup.passphrase=…] [--relais.data.directory=…]");
            return WRONG_CALL;
        }
        List<String> settings = new ArrayList<>(arguments.subList(2, arguments.size()));
        settings.add("--relais.restores=true");
        try (ConfigurableApplicationContext context = start(Environments.class, settings)) {
            Environment environment = context.getEnvironment();
            DataDirectory directory = directory(environment);
            DatabaseAccess external = url(environment)
                    .map(url -> new DatabaseAccess(
                            url,
                            environment.getProperty("spring.datasource.username", ""),
                            environment.getProperty("spring.datasource.password", "")))
                    .orElse(null);
            BackupFacts facts = new Restoration(
                            directory, DatabaseSettings.of(environment).programsFor(directory), external)
                    .restore(Path.of(arguments.get(1)), environment.getProperty(BackupSecret.NAME, ""));
            say("The site of " + facts.madeAt() + " is restored in " + directory.path()
                    + ". Start it: it sends what waited and"
                    + " fetches everything anew. The machine that it replaces must never be started again: the central server"
                    + " would take the two for one");
            return 0;
        }
    }

    private static ConfigurableApplicationContext start(Class<?> parts, List<String> settings) {
        return new SpringApplicationBuilder(parts)
                .web(WebApplicationType.NONE)
                .properties("logging.threshold.console=off", "spring.datasource.hikari.maximum-pool-size=2")
                .run(settings.toArray(String[]::new));
    }

    private static DataDirectory directory(Environment environment) {
        return new DataDirectory(Path.of(environment.getRequiredProperty("relais.data.directory")));
    }

    private static Optional<String> url(Environment environment) {
        return Optional.of(environment.getProperty("spring.datasource.url", "")).filter(url -> !url.isBlank());
    }

    private static int fail(String line) {
        System.err.println("relais: " + line);
        return 1;
    }

    private static void say(String line) {
        System.out.println("relais: " + line);
    }

    /** Nothing but the settings. Carries no stereotype, so that the application does not find it. */
    static class Environments {}

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
