package org.relais.coldchain.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.relais.RelaisApplication;
import org.relais.demo.DemoNetwork;
import org.relais.demo.DemoSite;
import org.relais.testing.DataFolders;
import org.relais.testing.ProgramJava;
import org.relais.testing.TestDatabase;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole program as a process of its own, which can be killed and started again on the same database. */
final class MortalServer implements AutoCloseable {

    private static final String PASSWORD = "blé-27";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final HttpClient http = HttpClient.newHttpClient();
    private final DemoNetwork network;
    private final TestDatabase database;
    private final Path directory = DataFolders.fresh("mortal").toAbsolutePath();
    private Process process;
    private int port;

    MortalServer(DemoNetwork network, TestDatabase database) {
        this.network = network;
        this.database = database;
    }

    /** Starts it; returns when its first synchronisation is complete and nothing is left to take up. */
    void start() throws IOException {
        port = freePort();
        DemoSite site = network.sites().getFirst();
        List<String> command = ProgramJava.alone();
        command.addAll(List.of(
                RelaisApplication.class.getName(),
                "--server.address=127.0.0.1",
                "--server.port=" + port,
                "--relais.admin.password=" + PASSWORD,
                "--relais.data.directory=" + directory,
                "--relais.site.central-url=" + network.legacyUrl(),
                "--relais.site.name=" + site.name(),
                "--relais.site.password=" + site.password(),
                "--relais.sync.interval=7d",
                "--logging.file.name=",
                "--spring.datasource.url=" + database.url(),
                "--spring.datasource.username=" + database.username(),
                "--spring.datasource.password=" + database.password()));
        process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        directory.resolve("process.log").toFile()))
                .start();
        patiently().until(this::rests);
    }

    private boolean rests() {
        try {
            JsonNode status = status();
            return !status.get("running").booleanValue()
                    && status.get("lastSuccess").isObject();
        } catch (IOException notYet) {
            return false;
        }
    }

    /** Has it synchronise; returns when everything is sent. */
    void synchronise() throws IOException {
        HttpResponse<String> begun = call(HttpRequest.newBuilder().POST(BodyPublishers.noBody()), "/api/v1/sync/runs");
        if (begun.statusCode() != 202) {
            throw new IllegalStateException(begun.body());
        }
        patiently().until(() -> rests() && status().get("pending").intValue() == 0);
    }

    private JsonNode status() throws IOException {
        HttpResponse<String> answer = call(HttpRequest.newBuilder().GET(), "/api/v1/sync");
        if (answer.statusCode() != 200) {
            throw new IOException(answer.body());
        }
        return JsonMapper.shared().readTree(answer.body());
    }

    private HttpResponse<String> call(HttpRequest.Builder request, String path) throws IOException {
        String who = Base64.getEncoder().encodeToString(("admin:" + PASSWORD).getBytes(StandardCharsets.UTF_8));
        try {
            return http.send(
                    request.uri(address().resolve(path))
                            .header("Authorization", "Basic " + who)
                            .build(),
                    BodyHandlers.ofString());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private ConditionFactory patiently() {
        return Awaitility.await()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .failFast("the server ended: see " + directory, () -> !process.isAlive());
    }

    /** What a phone scans. */
    URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** Kills it with no warning: {@code kill -9}. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        if (process != null) {
            kill();
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
