package org.relais.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/**
 * Whose data directory it is. Root may write everywhere, and what root writes is root's: in another account's directory the service
 * could not go on with it.
 */
public final class DataOwner {

    private static final String ROOT = "root";

    /** Set by the launcher of an installed Relais: the account that the service runs as. */
    private static final String ACCOUNT = "relais.account";

    private DataOwner() {}

    /**
     * The account that has to do what is to be written in the data directory, in place of root.
     *
     * @return empty where this user may do it
     */
    public static Optional<String> insteadOfRoot(Environment settings) {
        if (!isRoots()) {
            return Optional.empty();
        }
        Path directory = directory(settings);
        String owner = owner(directory);
        boolean theirs = Files.exists(directory) || owner.equals(settings.getProperty(ACCOUNT));
        return Optional.of(owner).filter(account -> theirs && !account.equals(ROOT));
    }

    /** Whether this process is root's: of any other it need not be asked whose the data are. */
    public static boolean isRoots() {
        return ROOT.equals(System.getProperty("user.name"));
    }

    /** The data directory of these settings, absolute, whether it is there or not. */
    public static Path directory(Environment settings) {
        return Binder.get(settings)
                .bindOrCreate("relais.data", DataSettings.class)
                .directory()
                .toAbsolutePath()
                .normalize();
    }

    /** Of what is not there yet: the owner of the folder that it would be made in. */
    private static String owner(Path directory) {
        Path there = directory;
        while (!Files.exists(there)) {
            there = there.getParent();
        }
        try {
            return Files.getOwner(there).getName();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
