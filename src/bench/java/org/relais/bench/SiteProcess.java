package org.relais.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.relais.demo.DemoNetwork;
import org.relais.demo.DemoSite;

/** A site as it is run in a health facility: the packaged program in a process of its own, with its embedded database. */
final class SiteProcess implements AutoCloseable {

    static final String ADMIN_PASSWORD = "benchmark";
    /** Java's options for a site, as the script gives them. */
    static final List<String> JAVA =
            List.of(System.getProperty("relais.bench.java").split(" "));

    private static final Pattern DATABASE = Pattern.compile("MariaDB runs on 127\\.0\\.0\\.1:(\\d+)");
    private static final Duration START_WITHIN = Duration.ofMinutes(3);
    private static final long STOP_WITHIN_SECONDS = 30;

    private final Process process;
    private final Path data;
    private final Path gcLog;
    private final SiteApi api;
    private final Duration untilFirstPage;

    private SiteProcess(Process process, Path data, Path gcLog, SiteApi api, Duration untilFirstPage) {
        this.process = process;
        this.data = data;
        this.gcLog = gcLog;
        this.api = api;
        this.untilFirstPage = untilFirstPage;
    }

    /**
     * Starts the network's first site and waits until it answers a page.
     *
     * @param data its data directory; kept, so that the site can be started on it again
     */
    static SiteProcess start(Path application, Path data, DemoNetwork network, String... settings) {
        try {
            Files.createDirectories(data);
            int port = freePort();
            Path gcLog = data.resolve("gc.log");
            Process process = new ProcessBuilder(command(application, data, port, gcLog, network, settings))
                    .redirectErrorStream(true)
                    .redirectOutput(data.resolve("output.log").toFile())
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
            long began = System.nanoTime();
            var api = new SiteApi(URI.create("http://127.0.0.1:" + port), ADMIN_PASSWORD);
            while (!api.answersItsPage()) {
                if (!process.isAlive() || System.nanoTime() - began > START_WITHIN.toNanos()) {
                    process.destroy();
                    throw new IllegalStateException("the site did not start: see " + data.resolve("output.log"));
                }
                Waiting.pause(Duration.ofMillis(5));
            }
            return new SiteProcess(process, data, gcLog, api, Duration.ofNanos(System.nanoTime() - began));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> command(
            Path application, Path data, int port, Path gcLog, DemoNetwork network, String... settings) {
        DemoSite site = network.sites().getFirst();
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(JAVA);
        Path warmth = application.resolveSibling("relais.aot");
        if (Files.exists(warmth)) {
            // As `relais run` starts it.
            command.add("-XX:AOTCache=" + warmth);
        }
        command.addAll(List.of(
                "-Xlog:gc:file=" + gcLog + "::filecount=0",
                "-jar",
                application.toString(),
                "--spring.config.location=classpath:/",
                "--server.port=" + port,
                "--server.address=127.0.0.1",
                "--relais.data.directory=" + data,
                "--relais.admin.password=" + ADMIN_PASSWORD,
                "--relais.sync.enabled=false",
                "--relais.site.central-url=" + network.legacyUrl(),
                "--relais.site.name=" + site.name(),
                "--relais.site.password=" + site.password()));
        // What a measurement sets itself holds alone.
        for (String setting : settings) {
            String name = setting.substring(0, setting.indexOf('=') + 1);
            command.removeIf(usual -> usual.startsWith(name));
        }
        command.addAll(List.of(settings));
        return command;
    }

    SiteApi api() {
        return api;
    }

    /** From the start of the process to its first page. */
    Duration untilFirstPage() {
        return untilFirstPage;
    }

    Path log() {
        return data.resolve("logs").resolve("relais.log");
    }

    /** What its collector has noted so far. */
    GcLog heap() {
        return GcLog.read(gcLog);
    }

    ProcessHandle program() {
        return process.toHandle();
    }

    ProcessHandle database() {
        return process.children()
                .filter(child -> child.info().command().orElse("").contains("mariadbd"))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the site has no database process"));
    }

    /** The JDBC address of its database. */
    String databaseUrl() {
        try {
            Matcher told = DATABASE.matcher(Files.readString(data.resolve("output.log")));
            if (!told.find()) {
                throw new IllegalStateException("the site does not tell its database's port");
            }
            return "jdbc:mariadb://127.0.0.1:" + told.group(1) + "/relais?sslMode=disable&useBulkStmts=true"
                    + "&connectionTimeZone=UTC&forceConnectionTimeZoneToSession=true&preserveInstants=true";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String databasePassword() {
        try {
            return Files.readString(data.resolve("mariadb").resolve("password")).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOP_WITHIN_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("the site does not stop");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
