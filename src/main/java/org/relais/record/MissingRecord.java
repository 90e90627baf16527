package org.relais.record;

/**
 * A record that another one waits for.
 *
 * @param table the table's name on the wire
 * @param id the record's id
 */
public record MissingRecord(String table, String id) {}
