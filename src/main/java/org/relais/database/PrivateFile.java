package org.relais.database;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Writes files that hold secrets or an identity: from their first moment only the service's user can read them, and what was
 * written is there after a power cut. The database forces its own files to disk, so a key that came later than the password
 * that it seals would be a password lost.
 */
public final class PrivateFile {

    private PrivateFile() {}

    /**
     * Replaces the file as a whole: a reader sees the old content or the new, never a part. It returns when the content and
     * the file's name are on the disk.
     *
     * @throws IOException when the file cannot be written; the old one is then still there
     */
    public static void write(Path file, String content) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        Path draft = draft(folder, ".draft", "");
        try {
            try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
                ByteBuffer bytes = StandardCharsets.UTF_8.encode(content);
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            forceNames(folder);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    /** An empty file in a folder, with a name that nothing else has, between these. */
    public static Path draft(Path folder, String prefix, String suffix) throws IOException {
        return Files.createTempFile(folder, prefix, suffix, ownerOnly(folder));
    }

    /** Brings the names of a folder's files to the disk: a file's own content does not include its name. */
    public static void forceNames(Path folder) throws IOException {
        if (isPosix(folder)) {
            // Elsewhere a folder cannot be opened, and its names are written through.
            try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
                names.force(true);
            }
        }
    }

    private static FileAttribute<?>[] ownerOnly(Path folder) throws IOException {
        return isPosix(folder)
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    private static boolean isPosix(Path folder) throws IOException {
        return Files.getFileStore(folder).supportsFileAttributeView("posix");
    }
}
