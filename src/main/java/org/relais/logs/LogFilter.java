package org.relais.logs;

import java.util.Locale;
import org.springframework.boot.logging.LogLevel;

/**
 * Which entries of the log to show.
 *
 * @param least those that matter at least so much
 * @param text those that hold this, in any case of letters; empty for all
 */
public record LogFilter(LogLevel least, String text) {

    /** Lets everything through. */
    public static final LogFilter ALL = new LogFilter(LogLevel.TRACE, "");

    boolean lets(LogLine line) {
        return line.level().compareTo(least) >= 0 && (text.isEmpty() || holds(line.text()) || holds(line.source()));
    }

    private boolean holds(String said) {
        return said.toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT));
    }
}
