package org.relais.logs;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggerConfiguration;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.stereotype.Component;

/** How much the rooms of the program write to the log, until the next start: then the configuration holds again. */
@Component
public class RoomLevels {

    /** What a room can be told; more than that fills the disk for nothing. */
    public static final List<LogLevel> OFFERED = List.of(LogLevel.TRACE, LogLevel.DEBUG, LogLevel.INFO, LogLevel.WARN);

    private static final Logger log = LoggerFactory.getLogger(RoomLevels.class);
    private static final String PROGRAM = "org.relais.";
    private static final Pattern ROOM = Pattern.compile("org\\.relais\\.[a-z]+");

    private final LoggingSystem logging;

    RoomLevels(LoggingSystem logging) {
        this.logging = logging;
    }

    /** The rooms that can write, by name. */
    public List<String> rooms() {
        return logging.getLoggerConfigurations().stream()
                .map(LoggerConfiguration::getName)
                .filter(name -> ROOM.matcher(name).matches())
                .map(name -> name.substring(PROGRAM.length()))
                .sorted()
                .toList();
    }

    /** What a room writes now; empty for one that is none. */
    public Optional<LogLevel> of(String room) {
        return Optional.ofNullable(logging.getLoggerConfiguration(PROGRAM + room))
                .map(LoggerConfiguration::getEffectiveLevel);
    }

    /**
     * Has a room write more or less.
     *
     * @param by who wants it
     * @throws IllegalArgumentException where there is no such room, or a room is not told that
     */
    public void set(String room, LogLevel level, String by) {
        if (!rooms().contains(room) || !OFFERED.contains(level)) {
            throw new IllegalArgumentException(room + " " + level);
        }
        logging.setLogLevel(PROGRAM + room, level);
        log.info("{} has the room {} write {} until the next start", by, room, level);
    }
}
