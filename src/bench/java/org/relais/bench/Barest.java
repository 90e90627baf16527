package org.relais.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.relais.demo.DemoNetwork;
import org.relais.demo.DemoSite;

/**
 * What {@link BarestInsert} found.
 *
 * @param rows how many it wrote
 * @param took only the writing
 */
record Barest(long rows, Duration took) {

    static Barest measure(Path directory, DemoNetwork network) {
        try {
            Files.createDirectories(directory);
            Path said = directory.resolve("output.log");
            DemoSite site = network.sites().getFirst();
            List<String> command = new ArrayList<>();
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            // The floor: the same heap, and compiled as Java would by itself.
            command.addAll(List.of("-Xmx256m", "-XX:+UseSerialGC"));
            command.addAll(List.of(
                    "-cp",
                    System.getProperty("java.class.path"),
                    BarestInsert.class.getName(),
                    directory.resolve("mariadb").toString(),
                    network.legacyUrl().toString(),
                    network.openUrl().toString(),
                    site.name(),
                    site.passwordSha256()));
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile())
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
            int exit = process.onExit().join().exitValue();
            String result = Files.readAllLines(said).stream()
                    .filter(line -> line.matches("\\d+ \\d+"))
                    .findFirst()
                    .orElse("");
            if (exit != 0 || result.isEmpty()) {
                throw new IllegalStateException("the barest insert failed: see " + said);
            }
            String[] words = result.split(" ");
            return new Barest(Long.parseLong(words[0]), Duration.ofNanos(Long.parseLong(words[1])));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
