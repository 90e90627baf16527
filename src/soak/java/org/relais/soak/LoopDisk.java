package org.relais.soak;

import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.springframework.util.FileSystemUtils;

/**
 * A disk of a site's own: an ext4 file system in a file, which only root may mount. What the site writes is in the file when it was
 * synced, or when the system found the time; the rest is in memory. A copy of the file at any moment is therefore what a disk has
 * after its machine lost the power.
 */
final class LoopDisk implements AutoCloseable {

    private static final long SIZE = 700L * 1024 * 1024;
    private static final String FILL = "fill";
    private static final int BLOCK = 65_536;

    private final Path place;
    private Path file;
    private int cuts;

    private LoopDisk(Path place, Path file) {
        this.place = place;
        this.file = file;
    }

    /** One that is empty; none where it cannot be mounted. */
    static Optional<LoopDisk> in(Path directory) {
        if (!"root".equals(System.getProperty("user.name"))) {
            return Optional.empty();
        }
        try {
            Path absolute = directory.toAbsolutePath();
            Path file = absolute.resolve("disk-0");
            try (RandomAccessFile made = new RandomAccessFile(file.toFile(), "rw")) {
                made.setLength(SIZE);
            }
            LoopDisk disk = new LoopDisk(Files.createDirectories(absolute.resolve("disk")), file);
            boolean mounted = ran("mkfs.ext4", "-q", "-F", file.toString()) && disk.mount();
            return mounted ? Optional.of(disk) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path path() {
        return place;
    }

    /** Nothing that was written until now can be lost. */
    void sync() {
        must("sync", "-f", place.toString());
    }

    /** Keeps what is on the disk at this moment. Nobody may write meanwhile; see {@link #loseTheRest}. */
    void powerFails() {
        Path kept = file.resolveSibling("disk-" + ++cuts);
        must("cp", "--sparse=always", file.toString(), kept.toString());
    }

    /** The power is back: the disk is what it was. Nobody may have a file open. */
    void loseTheRest() throws IOException {
        must("umount", place.toString());
        Files.delete(file);
        file = file.resolveSibling("disk-" + cuts);
        if (!mount()) {
            throw new SoakFailure("the disk cannot be mounted again");
        }
    }

    /** Writes until nothing goes on it any more. */
    void fill() throws IOException {
        try (OutputStream out = Files.newOutputStream(place.resolve(FILL))) {
            while (true) {
                out.write(new byte[BLOCK]);
            }
        } catch (IOException full) {
            if (!String.valueOf(full.getMessage()).contains("No space left")) {
                throw full;
            }
        }
    }

    /** Takes away what {@link #fill} wrote. */
    void empty() throws IOException {
        Files.deleteIfExists(place.resolve(FILL));
    }

    private boolean mount() {
        return ran("mount", "-o", "loop", file.toString(), place.toString());
    }

    private static void must(String... command) {
        if (!ran(command)) {
            throw new SoakFailure("failed: " + String.join(" ", command));
        }
    }

    private static boolean ran(String... command) {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        ran("umount", "-l", place.toString());
        try {
            FileSystemUtils.deleteRecursively(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
