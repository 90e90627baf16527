package org.relais.record;

/**
 * What became of the records of one table that the central servers announced, since the store was empty. Each of them is counted in
 * one of the figures that follow, so these add up to it.
 *
 * @param table the table
 * @param announced how many the central servers sent, orders to delete or to merge and repeats among them
 * @param here how many of them are in the store
 * @param setAside how many came in and could not be integrated
 * @param deleted how many were deleted since, there or here
 * @param merged how many were orders to merge, which were carried out
 * @param repeated how many were of records that came once more
 * @param waiting how many are still to be integrated
 * @param missing how many are nowhere
 * @param stored how many records are in use, those that were made here among them
 * @param digest of these: 16 hexadecimal digits, which hang on their ids and contents and on nothing else
 */
public record TableSameness(
        String table,
        long announced,
        long here,
        long setAside,
        long deleted,
        long merged,
        long repeated,
        long waiting,
        long missing,
        long stored,
        String digest) {}
