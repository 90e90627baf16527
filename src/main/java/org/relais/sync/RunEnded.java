package org.relais.sync;

/**
 * Published once for each run, in the process that wrote down its end.
 *
 * @param run the run, with how it ended
 */
public record RunEnded(RunStatus run) {}
