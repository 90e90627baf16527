package org.relais.sync;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.awaitility.Awaitility;
import org.relais.database.EmbeddedMariaDbForTests;
import org.relais.demo.DemoNetwork;
import org.relais.demo.DemoSite;
import org.relais.run.SyncStep;
import org.relais.testing.ProgramJava;
import org.relais.testing.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/** A site with its own database in a process of its own, which can be killed and started again. */
public final class MortalSite implements AutoCloseable {

    private static final List<String> SMALL_DATABASE =
            List.of("--relais.database.redo-log=64MB", "--relais.database.buffer-pool=96MB");

    private static final Duration PATIENCE = SiteTalk.PATIENCE;

    private final DemoNetwork network;
    private final Path directory;
    private final Path log;
    private final Class<?> program;
    private final List<String> settings;
    private String url;
    private Process process;
    private SiteTalk talk;
    private SingleConnectionDataSource connection;

    private MortalSite(DemoNetwork network, Path directory, Class<?> program, List<String> settings) {
        this(network, directory, directory.toAbsolutePath().resolve("process.log"), program, settings);
    }

    private MortalSite(DemoNetwork network, Path directory, Path log, Class<?> program, List<String> settings) {
        this.network = network;
        this.directory = directory.toAbsolutePath();
        this.log = log;
        this.program = program;
        this.settings = settings;
    }

    /** A site in an empty data directory, with its own database. */
    static MortalSite alone(DemoNetwork network) throws IOException {
        Path directory = Engine.newDirectory().toAbsolutePath();
        return alone(network, directory, directory.resolve("process.log"), SiteProgram.class);
    }

    /**
     * The same in a directory that has nothing in it yet.
     *
     * @param log what it says, which need not be on the same disk
     * @param program one that serves as {@link SiteProgram} does
     */
    public static MortalSite alone(DemoNetwork network, Path directory, Path log, Class<?> program, String... further)
            throws IOException {
        Path mariadb = Files.createDirectories(directory.resolve("mariadb"));
        EmbeddedMariaDbForTests.unpackBinaries();
        Files.createSymbolicLink(mariadb.resolve("binaries"), EmbeddedMariaDbForTests.binaries());
        EmbeddedMariaDbForTests.layTables(mariadb);
        List<String> settings = new ArrayList<>(SMALL_DATABASE);
        settings.addAll(List.of(further));
        return new MortalSite(network, directory, log, program, settings);
    }

    /** A site in a data directory that has a database already. */
    static MortalSite in(DemoNetwork network, Path directory) {
        return new MortalSite(network, directory, SiteProgram.class, SMALL_DATABASE);
    }

    /** Where it keeps everything. */
    public Path directory() {
        return directory;
    }

    /** One more process of the site whose database and data directory these are. */
    static MortalSite on(DemoNetwork network, TestDatabase database, Path directory, String setting) {
        return new MortalSite(
                network,
                directory,
                SiteProgram.class,
                List.of(
                        setting,
                        "--spring.datasource.url=" + database.url(),
                        "--spring.datasource.username=" + database.username(),
                        "--spring.datasource.password=" + database.password()));
    }

    /** Which of a site's processes are killed. */
    public enum Victims {
        JAVA,
        JAVA_AND_DATABASE
    }

    /** Starts the process; returns when it has started, and has taken up whatever was left to do. */
    public void start() throws IOException, InterruptedException {
        DemoSite site = network.sites().getFirst();
        List<String> command = ProgramJava.withTests("-Dstdout.encoding=UTF-8");
        command.addAll(List.of(
                program.getName(),
                "--relais.data.directory=" + directory,
                "--relais.site.central-url=" + network.legacyUrl(),
                "--relais.site.name=" + site.name(),
                "--relais.site.password=" + site.password(),
                "--relais.sync.interval=7d",
                // Killed more often than any power fails; each time it is to go on by itself.
                "--relais.sync.interruptions-in-vain=1000",
                "--logging.file.name="));
        command.addAll(settings);
        process = new ProcessBuilder(command).redirectErrorStream(true).start();
        talk = new SiteTalk(process, log);
        url = talk.answer();
        reconnect();
    }

    /** Whether its process was started and has not ended. */
    public boolean isAlive() {
        return process != null && process.isAlive();
    }

    /** Makes a day's changes; returns when they are committed. */
    void work(LocalWork work) throws InterruptedException {
        order("work " + work.day() + " " + work.records() + " " + work.store() + " " + work.user());
    }

    /** Presses the button. */
    public void synchronise() throws InterruptedException {
        order("synchronise");
    }

    /** Has it start over. */
    void startOver() throws InterruptedException {
        order("start-over " + network.sites().getFirst().name());
    }

    /** Lets it live for so long. */
    void live(Duration time) {
        try {
            process.onExit().get(time.toNanos(), TimeUnit.NANOSECONDS);
            throw new AssertionError("The site ended by itself:\n" + lastWords());
        } catch (TimeoutException e) {
            return;
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Its run that has not ended, with the step that it is in, or empty. */
    public Optional<String> underWay() {
        return database().sql("""
                        select coalesce(s.step, 'start') from sync_run r
                        left join sync_step s on s.run_id = r.id and s.state = 'active'
                        where r.outcome = 'running'
                        """).query(String.class).optional();
    }

    /** Waits until its run is in this step or a later one, or over. */
    void awaitStep(SyncStep step) {
        Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofMillis(5)).until(() -> underWay()
                .map(at -> isInOrBehind(step, at))
                .orElse(true));
    }

    private static boolean isInOrBehind(SyncStep step, String at) {
        return Arrays.stream(SyncStep.values()).anyMatch(each -> each.key().equals(at) && each.compareTo(step) >= 0);
    }

    /** Waits until no run is under way, and none that was cut is about to be taken up. */
    public void awaitRest() {
        Awaitility.await()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> process.isAlive() && rests());
    }

    /** In one question: between two, the run that was cut could be taken up. */
    private boolean rests() {
        return database()
                .sql("select outcome not in ('running', 'interrupted') from sync_run order by id desc limit 1")
                .query(Boolean.class)
                .optional()
                .orElse(true);
    }

    /** Kills it with no warning: {@code kill -9}. */
    public void kill(Victims victims) throws IOException {
        closeConnection();
        Optional<ProcessHandle> mariadb = victims == Victims.JAVA_AND_DATABASE ? mariadb() : Optional.empty();
        process.destroyForcibly();
        mariadb.ifPresent(ProcessHandle::destroyForcibly);
        process.onExit().join();
        mariadb.ifPresent(each -> each.onExit().join());
    }

    /** Lets it stand still, as a machine that lost its power or its network looks to the database: {@code SIGSTOP}. */
    void freeze() throws IOException, InterruptedException {
        signal("STOP");
    }

    /** Lets it go on. */
    void thaw() throws IOException, InterruptedException {
        signal("CONT");
    }

    private void signal(String name) throws IOException, InterruptedException {
        Process kill = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start();
        if (kill.waitFor() != 0) {
            throw new IllegalStateException("The site could not be sent " + name);
        }
    }

    /** Its database. */
    public JdbcClient database() {
        return JdbcClient.create(Objects.requireNonNull(connection, "nobody is connected with it"));
    }

    /** Transactions of its database. */
    public TransactionTemplate transaction() {
        return new TransactionTemplate(new DataSourceTransactionManager(connection));
    }

    /** The end of its log. */
    public String lastWords() {
        try {
            List<String> lines = Files.readAllLines(log);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 60), lines.size()));
        } catch (IOException e) {
            return e.toString();
        }
    }

    @Override
    public void close() throws IOException {
        if (process == null) {
            return;
        }
        closeConnection();
        Optional<ProcessHandle> mariadb = mariadb();
        process.destroyForcibly().onExit().join();
        mariadb.ifPresent(ProcessHandle::destroyForcibly);
        mariadb.ifPresent(each -> each.onExit().join());
    }

    /** After its database was away. */
    public void reconnect() {
        closeConnection();
        connection = new SingleConnectionDataSource(url, true);
    }

    private void closeConnection() {
        if (connection != null) {
            connection.destroy();
            connection = null;
        }
    }

    /** Its program's process. */
    public ProcessHandle process() {
        return process.toHandle();
    }

    /** Its database's process; empty when there is none. */
    public Optional<ProcessHandle> mariadb() throws IOException {
        Path file = directory.resolve("mariadb").resolve("data").resolve("mariadbd.pid");
        return Files.exists(file)
                ? ProcessHandle.of(Long.parseLong(Files.readString(file).strip()))
                : Optional.empty();
    }

    /** Gives an order. Returns the answer. */
    public String order(String order) throws InterruptedException {
        return talk.order(order);
    }
}
