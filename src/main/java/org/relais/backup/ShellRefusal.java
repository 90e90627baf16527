package org.relais.backup;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import org.relais.database.DataDisk;
import org.relais.database.DirectoryInUse;
import org.relais.database.SiteInTheWay;
import org.relais.database.TooLittleRoom;
import org.relais.startup.StartFailureLine;
import org.relais.startup.UnusableFile;
import org.relais.startup.UnusableFile.Trouble;
import org.relais.startup.WrongSetting;
import org.springframework.core.env.Environment;

/** Why nothing was begun, or nothing restored, at a shell; its words stand in the translations. */
public final class ShellRefusal extends Exception {

    private static final long serialVersionUID = 1;
    private static final int MOST_CAUSES = 50;

    private final String key;
    private final transient Object[] parameters;

    ShellRefusal(String key, Object... parameters) {
        super(key);
        this.key = "backup.shell." + key;
        this.parameters = parameters.clone();
    }

    /** The key of the words. */
    public String key() {
        return key;
    }

    /** What the words name. */
    public Object[] parameters() {
        return parameters.clone();
    }

    /** What a failure means for the person at the shell. */
    static ShellRefusal of(Exception failure, Path directory, Environment settings) {
        Throwable cause = failure;
        for (int i = 0; cause != null && i < MOST_CAUSES; i++) {
            Optional<ShellRefusal> known = known(cause, directory);
            if (known.isPresent()) {
                return known.get();
            }
            cause = cause.getCause();
        }
        return new ShellRefusal(
                "fault", new StartFailureLine(settings).of(failure).orElseGet(failure::toString));
    }

    private static Optional<ShellRefusal> known(Throwable cause, Path directory) {
        if (DataDisk.saysFull(cause)) {
            return Optional.of(new ShellRefusal("full", directory));
        }
        return switch (cause) {
            case SiteInTheWay site -> Optional.of(new ShellRefusal("site", directory, site.found()));
            case DirectoryInUse taken -> Optional.of(new ShellRefusal("in-use", directory));
            case TooLittleRoom room ->
                Optional.of(new ShellRefusal(
                        "room",
                        directory,
                        room.needed().toMegabytes(),
                        room.free().toMegabytes()));
            case WrongSetting wrong -> Optional.of(new ShellRefusal("setting", wrong.getMessage()));
            case Proof.Differs different -> Optional.of(new ShellRefusal("differs", different.getMessage()));
            case SQLException refused -> Optional.of(new ShellRefusal("database", refused.getMessage()));
            case IOException io ->
                UnusableFile.of(io, directory.toString())
                        .map(file -> new ShellRefusal(key(file.trouble()), file.place(), file.said()));
            default -> Optional.empty();
        };
    }

    private static String key(Trouble trouble) {
        return trouble.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
