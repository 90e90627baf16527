package org.relais.central;

/**
 * What one call for the Open mSupply central server's change log brought.
 *
 * @param count how many records were handed on; may be none although there were entries: not each becomes a record
 * @param lastCursor the cursor of the last record; one less than the cursor asked with when there were none
 * @param endCursor how far the server looked. Where there was nothing from the cursor on, it is the number of the
 *     server's newest entry, read after the query
 * @param totalRecords how many entries there were from the cursor on, this page's included; never less than it holds
 * @param last whether nothing more waits
 */
public record PullPage(int count, long lastCursor, long endCursor, long totalRecords, boolean last) {

    /**
     * The cursor to go on with. It moves only past entries that this page accounts for: where there were none it stays,
     * because an entry written between the server's query and its look at the newest number would be jumped over.
     */
    public long nextCursor() {
        return totalRecords == 0 ? lastCursor + 1 : Math.max(lastCursor, endCursor) + 1;
    }
}
