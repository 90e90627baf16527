package org.relais.run;

/**
 * Published once for each run, in the process that wrote down its end.
 *
 * @param run the run, with how it ended
 */
public record RunEnded(Run run) {}
