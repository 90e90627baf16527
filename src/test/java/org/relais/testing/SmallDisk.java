package org.relais.testing;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Assumptions;
import org.springframework.util.unit.DataSize;

/** A real disk of its own that can be filled and made read-only. Only root may mount one: elsewhere the test is skipped. */
public final class SmallDisk implements AutoCloseable {

    private static final String FILL = "fill";

    private final Path path;

    private SmallDisk(Path path) {
        this.path = path;
    }

    /** Mounts an empty one. */
    public static SmallDisk of(DataSize size) throws IOException, InterruptedException {
        Assumptions.assumeTrue("root".equals(System.getProperty("user.name")), "only root may mount a disk");
        Path path = DataFolders.fresh("disk").toAbsolutePath();
        boolean mounted = run("mount", "-t", "tmpfs", "-o", "size=" + size.toBytes(), "tmpfs", path.toString());
        Assumptions.assumeTrue(mounted, "no disk can be mounted here");
        return new SmallDisk(path);
    }

    /** Where it is. */
    public Path path() {
        return path;
    }

    /** Writes until nothing goes on it any more. */
    public void fill() throws IOException {
        byte[] much = new byte[65_536];
        byte[] little = new byte[1];
        for (byte[] piece : new byte[][] {much, little}) {
            try (OutputStream out =
                    Files.newOutputStream(path.resolve(FILL), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
                while (true) {
                    out.write(piece);
                }
            } catch (IOException full) {
                if (!String.valueOf(full.getMessage()).contains("No space left")) {
                    throw full;
                }
            }
        }
    }

    /** Takes away what {@link #fill()} wrote. */
    public void empty() throws IOException {
        Files.deleteIfExists(path.resolve(FILL));
    }

    /** Nothing may have a file open for writing. */
    public void makeReadOnly() throws IOException, InterruptedException {
        Assumptions.assumeTrue(run("mount", "-o", "remount,ro", path.toString()), "it cannot be made read-only");
    }

    /** As it was before {@link #makeReadOnly()}. */
    public void makeWritable() throws IOException, InterruptedException {
        Assumptions.assumeTrue(run("mount", "-o", "remount,rw", path.toString()), "it cannot be made writable");
    }

    @Override
    public void close() throws IOException, InterruptedException {
        run("umount", "--lazy", path.toString());
    }

    private static boolean run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command).inheritIO().start().waitFor() == 0;
    }
}
