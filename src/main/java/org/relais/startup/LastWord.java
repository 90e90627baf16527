package org.relais.startup;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The end of a running program that cannot help itself: one line that says why and what to do, and an exit code that makes a
 * service manager start it again.
 */
public final class LastWord {

    private static final Logger log = LoggerFactory.getLogger(LastWord.class);
    private static final int EXIT_CODE = 1;

    private LastWord() {}

    /** Says the line in the log and on the error output, and ends the program in order. Returns at once. */
    public static void sayAndEnd(String line) {
        String oneLine = StartFailureLine.onOneLine(line);
        log.error("Relais ends. {}", oneLine);
        System.err.println("Relais ends. " + oneLine);
        Thread.ofPlatform().name("last-word").start(() -> System.exit(EXIT_CODE));
    }
}
