package org.relais.backup;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** How backups are called: by the moment that they show, so that a folder's listing is in order. */
final class BackupName {

    private static final String PREFIX = "relais-";
    private static final String ENDING = ".relais";

    /** Begins the name of a file that is still being written. */
    static final String DRAFT = ".relais-unfinished-";

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private BackupName() {}

    static String of(Instant moment) {
        return PREFIX + MOMENT.format(moment) + ENDING;
    }

    /** The moment that a file shows by its name; empty for a file that is called otherwise. */
    static Optional<Instant> moment(String name) {
        if (!name.startsWith(PREFIX) || !name.endsWith(ENDING)) {
            return Optional.empty();
        }
        try {
            String moment = name.substring(PREFIX.length(), name.length() - ENDING.length());
            return Optional.of(MOMENT.parse(moment, Instant::from));
        } catch (DateTimeParseException another) {
            return Optional.empty();
        }
    }
}
