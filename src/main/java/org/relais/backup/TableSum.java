package org.relais.backup;

/**
 * What a table holds, as short as it can be said: two tables with the same sum have the same rows.
 *
 * @param table its name
 * @param rows how many
 * @param checksum SHA-256 over all rows in the order of the table's key, in hexadecimal digits
 */
record TableSum(String table, long rows, String checksum) {}
