package org.relais.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.relais.startup.StartFailure;
import org.springframework.util.FileSystemUtils;

/**
 * Where a backup is restored before it counts: a folder in the data directory. When all is there, a mark says so, and everything is
 * moved to where it belongs; without the mark nothing of it is ever used. Both the restore and the next start go on with a
 * moving that was cut.
 */
public final class RestorePlace {

    private static final String FOLDER = "restoring";
    private static final String COMPLETE = "complete";
    private static final String DATABASE = "mariadb";
    private static final String SCHEMA = "schema";

    /** Of the restored database's folder: what is not made anew by each start. */
    private static final List<String> OF_THE_DATABASE = List.of("password", "data");

    private final Path directory;
    private final Path folder;

    /** The place in a data directory, whether something is restored there or not. */
    public RestorePlace(DataDirectory directory) {
        this.directory = directory.path();
        this.folder = directory.file(FOLDER);
    }

    /** The folder for the restored database's server. */
    public Path database() {
        return folder.resolve(DATABASE);
    }

    /** The folder for the restored files. */
    public Path files() {
        return folder;
    }

    /**
     * Begins; what an unfinished restore left is thrown away.
     *
     * @param schema the address of the empty schema on another server that the rows go to; empty when they go to the data directory
     * @return whether an earlier restore into that very schema was cut: what is in the schema is that one's
     * @throws SiteInTheWay when the data directory is a site's already; it is left as it is
     * @throws DirectoryInUse when another process restores into it at this moment
     */
    public boolean begin(String schema) throws IOException {
        if (isComplete()) {
            moveIn();
        }
        for (String name : List.of(DATABASE + "/data", "secret.key", "hardware-id")) {
            if (Files.exists(directory.resolve(name))) {
                throw new SiteInTheWay(directory, name);
            }
        }
        Path mark = folder.resolve(SCHEMA);
        boolean repeats = Files.exists(mark) && Files.readString(mark).equals(schema);
        clear();
        Files.createDirectories(folder);
        return repeats;
    }

    /** From here on, what is in the schema is this restore's. */
    public void claim(String schema) throws IOException {
        PrivateFile.write(folder.resolve(SCHEMA), schema);
    }

    /**
     * Only looks.
     *
     * @throws TooLittleRoom when the disk has too little room for even an empty database
     */
    public void requireRoom(DatabaseSettings settings) {
        FirstWrite.refuseTooLittleRoom(new DataDirectory(directory), settings);
    }

    private void clear() throws IOException {
        EmbeddedMariaDb.discard(database());
        FileSystemUtils.deleteRecursively(folder);
    }

    /** All is there and on the disk: from here on it counts. */
    public void complete() throws IOException {
        PrivateFile.write(folder.resolve(COMPLETE), "");
        moveIn();
    }

    /** Nothing of it is wanted. */
    public void giveUp() throws IOException {
        clear();
    }

    /**
     * Before the data directory is used.
     *
     * @throws StartFailure when a restore into it was cut before it was complete
     */
    void finish() {
        if (!Files.exists(folder)) {
            return;
        }
        if (!isComplete()) {
            throw new StartFailure("A restore into " + directory
                    + " was not finished, and nothing of it is used: restore the backup again, or delete " + folder
                    + " to begin with a new site");
        }
        try {
            moveIn();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isComplete() {
        return Files.exists(folder.resolve(COMPLETE));
    }

    private void moveIn() throws IOException {
        Path database = Files.createDirectories(directory.resolve(DATABASE));
        for (String name : OF_THE_DATABASE) {
            move(database().resolve(name), database.resolve(name));
        }
        PrivateFile.forceNames(database);
        try (DirectoryStream<Path> restored = Files.newDirectoryStream(folder)) {
            for (Path file : restored) {
                String name = file.getFileName().toString();
                if (!List.of(COMPLETE, DATABASE, SCHEMA).contains(name)) {
                    move(file, directory.resolve(name));
                }
            }
        }
        PrivateFile.forceNames(directory);
        FileSystemUtils.deleteRecursively(folder);
    }

    /** What is not there any more was moved before. */
    private static void move(Path from, Path to) throws IOException {
        if (Files.exists(from)) {
            if (!Files.isDirectory(to)) {
                Files.deleteIfExists(to);
            }
            Files.move(from, to);
        }
    }
}
