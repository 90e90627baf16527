package org.relais.database;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Copies what mariadbd says to our log. On a full disk it says the same some twenty times a second, into a log that wants room
 * too: an error that repeats itself is copied once a minute, with how often it came.
 */
final class ServerMessages {

    private static final Logger log = LoggerFactory.getLogger(ServerMessages.class);
    private static final String ERROR = "[ERROR]";
    private static final long QUIET = Duration.ofMinutes(1).toNanos();
    private static final int MOST_KINDS = 100;
    private static final int REMEMBERED_LINES = 12;

    private final Consumer<String> errors;
    private final LongSupplier nanoTime;
    private final Map<String, Told> told = new LinkedHashMap<>();
    private final Deque<String> lastLines = new ArrayDeque<>();

    ServerMessages() {
        this(line -> log.error("mariadbd: {}", line), System::nanoTime);
    }

    /** @param nanoTime as {@link System#nanoTime()} */
    ServerMessages(Consumer<String> errors, LongSupplier nanoTime) {
        this.errors = errors;
        this.nanoTime = nanoTime;
    }

    /** @param left how often the error came since it was copied */
    private record Told(long at, int left) {}

    /** Takes one line as mariadbd wrote it. */
    synchronized void take(String line) {
        remember(line);
        int level = line.indexOf(ERROR);
        if (level < 0) {
            log.debug("mariadbd: {}", line);
            return;
        }
        // Times, threads, page numbers: with other figures it is the same error.
        String kind = line.substring(level).replaceAll("[0-9]+", "#");
        long now = nanoTime.getAsLong();
        Told before = told.get(kind);
        if (before != null && now - before.at() < QUIET) {
            told.put(kind, new Told(before.at(), before.left() + 1));
            return;
        }
        errors.accept(before == null || before.left() == 0 ? line : line + " (and " + before.left() + " more like it)");
        told.put(kind, new Told(now, 0));
        if (told.size() > MOST_KINDS) {
            told.remove(told.keySet().iterator().next());
        }
    }

    /** The errors among the last lines, or the last lines when there are none. */
    synchronized String lastWords() {
        List<String> lastErrors =
                lastLines.stream().filter(line -> line.contains(ERROR)).toList();
        return String.join(" | ", lastErrors.isEmpty() ? List.copyOf(lastLines) : lastErrors);
    }

    /** A new process speaks: what an earlier one said last is not its own last word. */
    synchronized void forgetLastWords() {
        lastLines.clear();
    }

    private void remember(String line) {
        lastLines.addLast(line);
        if (lastLines.size() > REMEMBERED_LINES) {
            lastLines.removeFirst();
        }
    }
}
