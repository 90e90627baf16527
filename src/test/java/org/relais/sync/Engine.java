package org.relais.sync;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.relais.catalogue.WireRecord;
import org.relais.demo.DemoNetwork;
import org.relais.demo.DemoSite;
import org.relais.record.LocalChange;
import org.relais.record.LocalChanges;
import org.relais.record.Outbox;
import org.relais.record.RecordStore;
import org.relais.run.Comparisons;
import org.relais.run.Run;
import org.relais.run.RunStep;
import org.relais.run.Runs;
import org.relais.run.SyncStep;
import org.relais.run.Trigger;
import org.relais.settings.SettingChanged;
import org.relais.site.Site;
import org.relais.testing.DataFolders;
import org.relais.testing.TestDatabase;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.data.jpa.autoconfigure.DataJpaRepositoriesAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.quartz.autoconfigure.QuartzAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionManagerCustomizationAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One application process without its pages: real database, real Quartz, real HTTP to the servers that it is told of. */
public final class Engine implements AutoCloseable {

    /** Soon enough for who waits: each look is a question to the database, which has enough to do. */
    private static final Duration LOOK = Duration.ofMillis(20);

    private final ConfigurableApplicationContext context;
    private final QuartzConnections connections;

    private Engine(ConfigurableApplicationContext context) {
        this.context = context;
        this.connections = QuartzConnections.of(context);
    }

    /** Carries no stereotype, so that tests of the whole application do not find it. */
    @AutoConfigurationPackage(basePackages = "org.relais")
    @ImportAutoConfiguration({
        DataSourceAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class,
        JdbcClientAutoConfiguration.class,
        TransactionAutoConfiguration.class,
        TransactionManagerCustomizationAutoConfiguration.class,
        HibernateJpaAutoConfiguration.class,
        DataJpaRepositoriesAutoConfiguration.class,
        FlywayAutoConfiguration.class,
        QuartzAutoConfiguration.class
    })
    @ComponentScan(
            basePackages = {
                "org.relais.database",
                "org.relais.catalogue",
                "org.relais.record",
                "org.relais.central",
                "org.relais.settings",
                "org.relais.site",
                "org.relais.run",
                "org.relais.exchange",
                "org.relais.sync",
                "org.relais.history"
            },
            excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = "org\\.relais\\.\\w+\\.ui\\..*"))
    static class Rooms {

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }

        @Bean
        Published published() {
            return new Published();
        }

        @Bean
        static BrittleDatabase brittleDatabase(Environment environment) {
            return new BrittleDatabase(
                    environment.getProperty("brittle.seed", Long.class, 0L),
                    environment.getProperty("brittle.probability", Double.class, 0.0));
        }
    }

    /** Everything that was published, in order. */
    static class Published {

        final List<SyncStatus> all = new CopyOnWriteArrayList<>();
        final List<String> settings = new CopyOnWriteArrayList<>();

        @EventListener
        void changed(SettingChanged event) {
            settings.add(event.name());
        }

        @EventListener
        void changed(SyncStatus status) {
            all.add(status);
        }
    }

    /** Starts a process; the schedule is off and no line is waited for unless the settings say so. */
    static Engine start(TestDatabase database, Path directory, String... settings) {
        return start(List.of(), database, directory, settings);
    }

    /** The same with further rooms. */
    public static Engine start(List<Class<?>> further, TestDatabase database, Path directory, String... settings) {
        List<String> arguments = new ArrayList<>(List.of(
                "--relais.data.directory=" + directory,
                "--spring.datasource.url=" + database.url(),
                "--spring.datasource.username=" + database.username(),
                "--spring.datasource.password=" + database.password(),
                "--spring.datasource.hikari.maximum-pool-size=8",
                "--spring.datasource.hikari.data-source-properties.useBulkStmts=true",
                "--logging.file.name=",
                "--logging.level.root=warn"));
        // What a test sets itself holds alone.
        List<String> chosen = Stream.of(settings).map(Engine::name).toList();
        arguments.removeIf(argument -> chosen.contains(name(argument)));
        arguments.addAll(List.of(settings));
        return new Engine(application(further)
                .web(WebApplicationType.NONE)
                .registerShutdownHook(false)
                .properties("relais.sync.enabled=false", "relais.sync.wait-for-line=0s")
                .run(arguments.toArray(String[]::new)));
    }

    private static SpringApplicationBuilder application(List<Class<?>> further) {
        return new SpringApplicationBuilder(Rooms.class).sources(further.toArray(Class<?>[]::new));
    }

    private static String name(String argument) {
        return argument.substring(0, argument.indexOf('=') + 1);
    }

    /** Starts a process that has its database in its data directory, as the installed program has. */
    static Engine startAlone(String... settings) {
        return startAlone(List.of(), settings);
    }

    /** The same with further rooms. */
    public static Engine startAlone(List<Class<?>> further, String... settings) {
        return new Engine(application(further).web(WebApplicationType.NONE).run(settings));
    }

    /** Starts a process that sets itself up as the network's first site. */
    static Engine startFor(DemoNetwork network, TestDatabase database, Path directory, String... settings) {
        DemoSite site = network.sites().getFirst();
        List<String> arguments = new ArrayList<>(List.of(
                "--relais.site.central-url=" + network.legacyUrl(),
                "--relais.site.name=" + site.name(),
                "--relais.site.password=" + site.password()));
        arguments.addAll(List.of(settings));
        return start(database, directory, arguments.toArray(String[]::new));
    }

    /** The same with a database that breaks within runs. */
    static Engine startBrittle(
            DemoNetwork network, TestDatabase database, long seed, double probability, String... settings) {
        List<String> arguments = new ArrayList<>(List.of(
                "--brittle.seed=" + seed,
                "--brittle.probability=" + probability,
                "--relais.central.first-pause=10ms",
                "--logging.level.org.relais.sync=off"));
        arguments.addAll(List.of(settings));
        return startFor(network, database, newDirectory(), arguments.toArray(String[]::new));
    }

    public static Path newDirectory() {
        return DataFolders.fresh("data");
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public Synchroniser synchroniser() {
        return bean(Synchroniser.class);
    }

    public Runs runs() {
        return bean(Runs.class);
    }

    public Site site() {
        return bean(Site.class);
    }

    public Outbox outbox() {
        return bean(Outbox.class);
    }

    public RecordStore store() {
        return bean(RecordStore.class);
    }

    /** Changes a record as a person here would. */
    void save(WireRecord record) {
        changes().save(LocalChange.to(record.key(), record.data()));
    }

    public LocalChanges changes() {
        return bean(LocalChanges.class);
    }

    Comparisons comparisons() {
        return bean(Comparisons.class);
    }

    HereAlready hereAlready() {
        return bean(HereAlready.class);
    }

    public JdbcClient jdbc() {
        return bean(JdbcClient.class);
    }

    List<SyncStatus> published() {
        return bean(Published.class).all;
    }

    /** The names of the settings that were told as changed, in order. */
    List<String> told() {
        return bean(Published.class).settings;
    }

    /** Forgets what was published so far: whoever lives long would keep every run that ever was. */
    public void forgetPublished() {
        bean(Published.class).all.clear();
        bean(Published.class).settings.clear();
    }

    /** Presses the button and waits until the run has ended. */
    public Run run() {
        return ended(synchroniser().start(Trigger.PERSON, "pharma").id());
    }

    /** Waits until a run has ended, and this process says so: it writes it down first. */
    public Run ended(long id) {
        Run ended = Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .pollInterval(LOOK)
                .until(() -> runs().find(id).orElseThrow(), run -> run.finishedAt() != null);
        Awaitility.await().pollInterval(LOOK).until(() -> {
            Run current = synchroniser().status().current();
            return current == null || current.id() != id;
        });
        return ended;
    }

    /** Waits until the newest run has ended. */
    public Run lastEnded() {
        long id = Awaitility.await()
                .until(() -> runs().newest(1), runs -> !runs.isEmpty())
                .getFirst()
                .id();
        return ended(id);
    }

    static RunStep step(Run run, SyncStep step) {
        return run.steps().stream()
                .filter(status -> status.step() == step)
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void close() {
        if (context.isActive()) {
            context.close();
            connections.closed();
        }
    }
}
