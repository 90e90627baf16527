package org.relais.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.relais.startup.WrongSetting;

/** The one directory that holds everything a site must keep: the embedded database, keys, identity, logs. */
public final class DataDirectory {

    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rwx------");

    private static final String SETTING = "relais.data.directory";
    private static final String MUST = "must be a directory that the service's user can make and write to";

    private final Path path;

    /**
     * Creates the directory, readable by its owner only, where it is missing.
     *
     * @param path absolute, or relative to the working directory
     * @throws WrongSetting when it cannot be created or written to
     */
    public DataDirectory(Path path) {
        this.path = path.toAbsolutePath().normalize();
        if (!Files.isDirectory(this.path)) {
            create();
        }
        if (!Files.isWritable(this.path)) {
            throw new WrongSetting(SETTING, path, isReadOnly() ? MUST + "; its disk is read-only" : MUST);
        }
    }

    private boolean isReadOnly() {
        try {
            return Files.getFileStore(path).isReadOnly();
        } catch (IOException unknown) {
            return false;
        }
    }

    private void create() {
        try {
            Files.createDirectories(path);
            if (Files.getFileStore(path).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(path, OWNER_ONLY);
            }
        } catch (IOException e) {
            throw new WrongSetting(SETTING, path, MUST, e);
        }
    }

    /** The directory itself: absolute, existing. */
    public Path path() {
        return path;
    }

    /** The path of a file or folder in the directory, whether it exists or not. */
    public Path file(String name) {
        return path.resolve(name);
    }
}
