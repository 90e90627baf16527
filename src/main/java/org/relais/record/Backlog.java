package org.relais.record;

/**
 * How many records are not where they should be.
 *
 * @param waiting those that get there by themselves
 * @param failed those that need somebody
 */
public record Backlog(long waiting, long failed) {}
