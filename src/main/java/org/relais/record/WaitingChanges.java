package org.relais.record;

/**
 * How many changed records of a table wait to be sent.
 *
 * @param table the table
 * @param count at least 1
 */
public record WaitingChanges(String table, long count) {}
