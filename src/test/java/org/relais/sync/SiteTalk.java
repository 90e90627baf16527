package org.relais.sync;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.awaitility.Awaitility;

/** Orders to a {@link SiteProgram}, its answers, and its log, which is everything else that it says. */
final class SiteTalk {

    static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final Duration LOOK = Duration.ofMillis(10);

    private final Process process;
    private final Path log;
    private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();

    /** Begins to listen; what is no answer is added to the log. */
    SiteTalk(Process process, Path log) {
        this.process = process;
        this.log = log;
        Thread.ofPlatform().daemon().name("site-output").start(this::read);
    }

    /** Gives an order. Returns the answer. */
    String order(String order) throws InterruptedException {
        PrintWriter orders = new PrintWriter(new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8));
        orders.println(order);
        orders.flush();
        return answer();
    }

    /** The next answer. */
    String answer() throws InterruptedException {
        return Awaitility.await()
                .atMost(PATIENCE)
                .pollInterval(LOOK)
                .failFast("the site ended: " + log, () -> !process.isAlive() && answers.isEmpty())
                .until(answers::poll, text -> text != null);
    }

    private void read() {
        try (BufferedReader lines =
                        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
                Writer copy = Files.newBufferedWriter(log, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith(SiteProgram.ANSWER)) {
                    answers.add(line.substring(SiteProgram.ANSWER.length()));
                } else {
                    copy.write(line + '\n');
                    copy.flush();
                }
            }
        } catch (IOException e) {
            // A killed process leaves a cut pipe.
            return;
        }
    }
}
