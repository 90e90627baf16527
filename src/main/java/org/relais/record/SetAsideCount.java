package org.relais.record;

/**
 * How many records of a table were set aside for one kind of reason.
 *
 * @param table the table
 * @param kind the kind
 * @param records how many
 */
public record SetAsideCount(String table, ReasonKind kind, long records) {}
