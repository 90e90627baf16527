package org.relais.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;
import org.relais.RelaisApplication;

/** The whole program as a process of its own, called as at a shell, to be killed or waited for. */
public final class KilledProgram implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Path output;
    private final Process process;

    private KilledProgram(Path output, Process process) {
        this.output = output;
        this.process = process;
    }

    /** Starts it with what is typed behind its name, in a French shell. */
    public static KilledProgram start(String... typed) throws IOException {
        List<String> command = ProgramJava.alone();
        command.add(RelaisApplication.class.getName());
        command.addAll(Arrays.asList(typed));
        Path output = DataFolders.fresh("program").resolve("output");
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(Map.of("LC_ALL", "fr_FR.UTF-8"));
        return new KilledProgram(
                output,
                builder.redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start());
    }

    /** Kills it with no warning ({@code kill -9}) as soon as this holds; it must not have ended before. */
    public void killWhen(String moment, ThrowingRunnable holds) {
        Awaitility.await(moment)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(5))
                .ignoreExceptions()
                .failFast("it ended before: " + moment, () -> !process.isAlive())
                .untilAsserted(holds);
        process.destroyForcibly().onExit().join();
    }

    /** Waits for its end, and returns its exit code. */
    public int exitCode() throws InterruptedException {
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("It does not end: " + output);
        }
        return process.exitValue();
    }

    /** All that it said. */
    public String said() throws IOException {
        return Files.readString(output);
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
