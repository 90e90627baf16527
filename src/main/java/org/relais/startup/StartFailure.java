package org.relais.startup;

/**
 * The program cannot start for a reason that a person can remove. Its message is one complete line: what is wrong, and what
 * to do. Thrown while the application context is built, it ends the start with that line alone on the console.
 */
public class StartFailure extends RuntimeException {

    /** A failure with nothing more to tell than its line. */
    public StartFailure(String line) {
        super(line);
    }

    /** A failure whose cause is of use in the log file; the console gets the line only. */
    public StartFailure(String line, Throwable cause) {
        super(line, cause);
    }
}
