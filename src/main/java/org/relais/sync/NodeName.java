package org.relais.sync;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import org.relais.database.DataDirectory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * This process's name among those that share the database. It is the same after a restart, so that Quartz knows at once which
 * runs the process left behind, and different from those of other living processes, even on the same data directory: a name
 * stands in a file whose lock the operating system gives back when the process dies, however it dies.
 */
@Component
public class NodeName implements DisposableBean {

    private static final int MOST_PROCESSES = 100;
    private static final int LONGEST_NAME = 64;

    private final FileChannel file;
    private final String value;

    NodeName(DataDirectory directory) {
        try {
            this.file = firstFree(directory);
            this.value = readOrWrite(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The name: {@code node-} and hexadecimal digits. */
    public String value() {
        return value;
    }

    /** Gives the name back. */
    @Override
    public void destroy() throws IOException {
        file.close();
    }

    private static FileChannel firstFree(DataDirectory directory) throws IOException {
        for (int i = 1; i <= MOST_PROCESSES; i++) {
            Path path = directory.file("node-" + i);
            FileChannel channel = FileChannel.open(
                    path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            if (locked(channel)) {
                return channel;
            }
            channel.close();
        }
        throw new IllegalStateException(
                "More than " + MOST_PROCESSES + " processes use " + directory.path() + " as their data directory");
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            // Another application in this very process has it.
            return false;
        }
    }

    private static String readOrWrite(FileChannel file) throws IOException {
        ByteBuffer content = ByteBuffer.allocate(LONGEST_NAME);
        file.read(content, 0);
        String name = new String(content.array(), 0, content.position(), StandardCharsets.US_ASCII).strip();
        if (name.matches("node-[0-9a-f]{8,}")) {
            return name;
        }
        String made = "node-" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
        file.truncate(0);
        file.write(ByteBuffer.wrap(made.getBytes(StandardCharsets.US_ASCII)), 0);
        file.force(true);
        return made;
    }
}
