package org.relais.command;

/** What a process tells a script that started it, as service managers number it. */
final class ExitCode {

    static final int WELL = 0;
    static final int NOT_WELL = 1;
    static final int NO_SUCH_COMMAND = 2;
    static final int NOT_RUNNING = 3;
    static final int NOT_ALLOWED = 4;

    private ExitCode() {}
}
