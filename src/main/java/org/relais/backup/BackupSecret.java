package org.relais.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.relais.database.DataDirectory;
import org.relais.database.PrivateFile;
import org.relais.settings.Settings;
import org.springframework.stereotype.Component;

/**
 * The passphrase that backups are sealed with. It stands in a file of the data directory that only the service's user can read,
 * not in the database: a backup must not hold what opens it. What the configuration names counts instead.
 */
@Component
public class BackupSecret {

    /** The setting's name. */
    static final String NAME = "relais.backup.passphrase";

    /** Shorter ones are guessed within days. */
    public static final int SHORTEST = 12;

    private static final String FILE = "backup-passphrase";

    private final Path file;
    private final Settings settings;

    BackupSecret(DataDirectory directory, Settings settings) {
        this.file = directory.file(FILE);
        this.settings = settings;
    }

    /** The passphrase; empty when none is set. */
    String value() {
        return settings.configured(NAME).orElseGet(this::chosen);
    }

    /** Whether one is set. */
    public boolean isSet() {
        return !value().isEmpty();
    }

    /** Whether the configuration names one, so that no other can be chosen. */
    public boolean isConfigured() {
        return settings.configured(NAME).isPresent();
    }

    /**
     * Chooses one for the backups that are made from now on.
     *
     * @param passphrase of {@link #SHORTEST} characters or more; empty for none
     * @throws IllegalArgumentException when it is shorter
     */
    public void choose(String passphrase) {
        if (!passphrase.isEmpty() && passphrase.length() < SHORTEST) {
            throw new IllegalArgumentException("A passphrase has " + SHORTEST + " characters at least");
        }
        try {
            if (passphrase.isEmpty()) {
                Files.deleteIfExists(file);
            } else {
                PrivateFile.write(file, passphrase);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Keeps the one that opened a backup for the site that is made of it. */
    static void keepIn(Path folder, String passphrase) throws IOException {
        PrivateFile.write(folder.resolve(FILE), passphrase);
    }

    private String chosen() {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
