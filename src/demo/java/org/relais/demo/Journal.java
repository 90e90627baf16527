package org.relais.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * The network's memory across restarts: a file to whose end events are written, read whole at the next start. A line that
 * was cut by the end of the process is dropped: whoever caused it never got an answer.
 */
final class Journal implements AutoCloseable {
    private static final String FILE = "network.journal";

    private final FileChannel channel;

    /** Keeps nothing. */
    Journal() {
        channel = null;
    }

    /**
     * @param directory where the journal is, or will be
     * @param head the first line: what the events after it depend on
     * @param replay gets each event of the last start
     */
    Journal(Path directory, String head, Consumer<Event> replay) {
        try {
            Files.createDirectories(directory);
            Path file = directory.resolve(FILE);
            byte[] content = Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
            int whole = wholeLines(content);
            replay(content, whole, head, file, replay);
            channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            channel.truncate(whole);
            channel.position(whole);
            if (whole == 0) {
                append(head);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void append(Event event) {
        if (channel != null) {
            append(event.toJson());
        }
    }

    @Override
    public void close() {
        if (channel != null) {
            try {
                channel.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void append(String line) {
        ByteBuffer bytes = ByteBuffer.wrap((line + '\n').getBytes(StandardCharsets.UTF_8));
        try {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int wholeLines(byte[] content) {
        for (int end = content.length; end > 0; end--) {
            if (content[end - 1] == '\n') {
                return end;
            }
        }
        return 0;
    }

    private static void replay(byte[] content, int whole, String head, Path file, Consumer<Event> replay) {
        boolean first = true;
        int from = 0;
        for (int at = 0; at < whole; at++) {
            if (content[at] == '\n') {
                byte[] line = Arrays.copyOfRange(content, from, at);
                if (first && !new String(line, StandardCharsets.UTF_8).equals(head)) {
                    throw new IllegalStateException(
                            file + " belongs to another demonstration network: it was started with "
                                    + new String(line, StandardCharsets.UTF_8) + ", this one with " + head
                                    + "; use the same settings, another relais.data.directory, or remove the file");
                }
                if (!first) {
                    replay.accept(Event.of(Json.object(line)));
                }
                first = false;
                from = at + 1;
            }
        }
    }
}
