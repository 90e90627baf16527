package org.relais.database;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.relais.startup.StartFailure;
import org.relais.startup.StopDeadline;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One running mariadbd: started, watched until it takes connections, its messages copied to our log. */
final class ServerProcess {

    private static final Logger log = LoggerFactory.getLogger(ServerProcess.class);
    private static final String READY = ": ready for connections";

    /** A large redo log takes its time to be applied after a crash. */
    private static final Duration READY_WITHIN = Duration.ofMinutes(3);

    private final Process process;
    private final CompletableFuture<Boolean> ready = new CompletableFuture<>();
    private final ServerMessages messages;

    private ServerProcess(Process process, ServerMessages messages) {
        this.process = process;
        this.messages = messages;
    }

    /**
     * Starts the server and waits until it takes connections.
     *
     * @param messages hears what it says
     * @throws StartFailure when it ends, or does not get ready in time; its own last messages are in the failure
     */
    static ServerProcess start(ProcessBuilder command, ServerMessages messages) throws IOException {
        messages.forgetLastWords();
        Process process = command.redirectErrorStream(true).start();
        if (StopDeadline.isStopping()) {
            process.destroyForcibly();
            throw new StartFailure("The embedded MariaDB is not started: Relais is being stopped");
        }
        ServerProcess server = new ServerProcess(process, messages);
        Thread.ofPlatform().daemon().name("mariadbd-messages").start(server::readMessages);
        server.awaitReady();
        return server;
    }

    /** Completes when the process has ended, for whatever reason. */
    CompletableFuture<ProcessHandle> ended() {
        return process.toHandle().onExit();
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    long pid() {
        return process.pid();
    }

    void end(Duration patience) {
        end(process.toHandle(), patience);
    }

    /**
     * Asks the process to end cleanly, and ends it by force when its time is up: what was committed is in its redo log and
     * comes back at the next start.
     */
    static void end(ProcessHandle process, Duration patience) {
        process.destroy();
        try {
            process.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            log.warn("mariadbd {} did not end within {}: ending it by force", process.pid(), patience);
            process.destroyForcibly();
            process.onExit().join();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private void awaitReady() {
        try {
            boolean isReady = ready.get(READY_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
            if (!isReady) {
                throw new StartFailure(
                        "The embedded MariaDB ended instead of starting; restore the backup, or send support this: "
                                + messages.lastWords());
            }
        } catch (TimeoutException e) {
            process.destroyForcibly();
            throw new StartFailure(
                    "The embedded MariaDB was not ready within " + READY_WITHIN + ": " + messages.lastWords());
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new StartFailure("The start of the embedded MariaDB was interrupted");
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private void readMessages() {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                messages.take(line);
                if (line.contains(READY)) {
                    ready.complete(true);
                }
            }
        } catch (IOException e) {
            log.debug("The messages of mariadbd ended", e);
        } finally {
            ready.complete(false);
        }
    }
}
