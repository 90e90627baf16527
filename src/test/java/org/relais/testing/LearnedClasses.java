package org.relais.testing;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.relais.RelaisApplication;
import org.relais.demo.DemoNetwork;
import org.relais.demo.DemoOptions;
import org.relais.demo.DemoSite;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

/**
 * What the JVM knows of the program's classes from one life of it, in an archive as the JVM keeps them: half of what a start
 * costs. That life costs as much as some five starts save, so it is lived once for a run of the whole suite, by whichever process
 * of the suite first starts the program; whoever does so meanwhile starts as it is, and so does a run of a few chosen tests.
 *
 * @param folder where they are
 */
record LearnedClasses(Path folder) {

    /** One folder for each run of the suite: another run has other classes. */
    private static final Optional<Path> FOLDER = Optional.ofNullable(System.getProperty("relais.test.run"))
            .filter(run -> !run.isBlank())
            .map(run -> Path.of("target", "learned", run).toAbsolutePath());

    /** Empty where nothing was learned, or not yet. */
    static Optional<LearnedClasses> here() {
        return FOLDER.filter(folder -> Files.exists(folder.resolve("tried")) || learns(folder))
                .map(LearnedClasses::new)
                .filter(learned -> Files.exists(learned.archive()));
    }

    private Path archive() {
        return folder.resolve("program.jsa");
    }

    private Path jar() {
        return folder.resolve("program.jar");
    }

    /** The class path for which they were learned, of jars only, as an archive demands. */
    List<String> path() {
        return Stream.concat(
                        Stream.of(jar().toString()),
                        ProgramJava.program().stream().filter(LearnedClasses::isJar))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private static boolean isJar(String entry) {
        return entry.endsWith(".jar");
    }

    /** What tells the JVM of them. What does not fit is left aside without a word among the program's own. */
    List<String> options() {
        return List.of("-XX:SharedArchiveFile=" + archive(), "-Xlog:disable");
    }

    /** Whether it was done now: not where another process does it at this moment. */
    private static synchronized boolean learns(Path folder) {
        try {
            Files.createDirectories(folder);
            try (FileChannel lock =
                    FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                if (lock.tryLock() == null) {
                    return false;
                }
                if (!Files.exists(folder.resolve("tried"))) {
                    forgetOthers(folder);
                    new LearnedClasses(folder).learn();
                    Files.createFile(folder.resolve("tried"));
                }
                return true;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void forgetOthers(Path folder) throws IOException {
        try (Stream<Path> runs = Files.list(folder.getParent())) {
            for (Path run : runs.filter(each -> !each.equals(folder)).toList()) {
                FileSystemUtils.deleteRecursively(run);
            }
        }
    }

    private void learn() throws IOException {
        String classes = ProgramJava.program().stream()
                .filter(entry -> !isJar(entry))
                .findFirst()
                .orElseThrow();
        ToolProvider.findFirst("jar")
                .orElseThrow()
                .run(System.out, System.err, "--create", "--no-compress", "--file=" + jar(), "-C", classes, ".");
        try (DemoNetwork network = DemoNetwork.start(DemoOptions.usual().records(5_000));
                TestDatabase database = TestDatabase.fresh()) {
            Process life = life(network, database);
            try {
                JdbcClient runs = JdbcClient.create(database.dataSource());
                Awaitility.await()
                        .forever()
                        .until(() -> !life.isAlive()
                                || runs.sql("select count(*) from sync_run where outcome = 'succeeded'")
                                                .query(Long.class)
                                                .single()
                                        > 0);
                life.destroy();
                // It writes down what it learned at the very end.
                life.waitFor();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                life.destroyForcibly().onExit().join();
            }
        }
    }

    private Process life(DemoNetwork network, TestDatabase database) throws IOException {
        DemoSite site = network.sites().getFirst();
        List<String> command = ProgramJava.java("-XX:ArchiveClassesAtExit=" + archive());
        command.addAll(List.of(
                "-cp",
                String.join(File.pathSeparator, path()),
                RelaisApplication.class.getName(),
                "--server.port=0",
                "--server.address=127.0.0.1",
                "--logging.file.name=",
                "--relais.data.directory=" + folder.resolve("data"),
                "--relais.site.central-url=" + network.legacyUrl(),
                "--relais.site.name=" + site.name(),
                "--relais.site.password=" + site.password(),
                "--spring.datasource.url=" + database.url(),
                "--spring.datasource.username=" + database.username(),
                "--spring.datasource.password=" + database.password()));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("life.log").toFile())
                .start();
    }
}
