package org.relais.record;

/**
 * How many records of a table there are.
 *
 * @param table the table
 * @param stored records in the store, without deleted ones
 * @param waiting records that came in and are not in the store yet, but can get there by themselves: not integrated yet, a
 *     record that they refer to is missing, or a table that this version does not know
 * @param failed records that are to be reported: set aside because they are wrong, or changed here and not to be sent
 */
public record TableCount(String table, long stored, long waiting, long failed) {}
