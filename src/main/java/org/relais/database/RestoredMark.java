package org.relais.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

/**
 * The file {@code restored} in a data directory: nothing was done with it since a backup was restored into it. The first start
 * takes note of it and takes it away.
 *
 * @param backup the moment that the backup showed
 */
public record RestoredMark(Instant backup) {

    private static final String NAME = "restored";

    /** Leaves it in a folder. */
    public void leaveIn(Path folder) throws IOException {
        PrivateFile.write(folder.resolve(NAME), backup + System.lineSeparator());
    }

    /** The one in a data directory; empty where nothing was restored, or the restored site has been started before. */
    public static Optional<RestoredMark> in(DataDirectory directory) {
        try {
            Path file = directory.file(NAME);
            if (!Files.exists(file)) {
                return Optional.empty();
            }
            List<String> lines = Files.readAllLines(file);
            return Optional.of(new RestoredMark(lines.isEmpty() ? Instant.EPOCH : Instant.parse(lines.getFirst())));
        } catch (DateTimeParseException changed) {
            // That there is one counts; when the backup was made is only told.
            return Optional.of(new RestoredMark(Instant.EPOCH));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes it away: it is known now. */
    public static void takeAway(DataDirectory directory) {
        try {
            Files.deleteIfExists(directory.file(NAME));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
