package org.relais.logs;

import org.springframework.boot.logging.LogLevel;

/**
 * One entry of the log, with the lines that belong to it (a failure has many).
 *
 * @param at when, as it stands there; empty where the end of the file begins in the middle of an entry
 * @param level how much it matters; {@code OFF} where that is not known
 * @param source who said it
 * @param text what it says
 */
public record LogLine(String at, LogLevel level, String source, String text) {}
