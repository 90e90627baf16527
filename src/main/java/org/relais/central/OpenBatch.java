package org.relais.central;

import java.util.List;

/**
 * A push to the Open mSupply central server.
 *
 * @param endCursor the number of the last change that this batch accounts for, sent or not
 * @param totalRecords how many changes wait on this site, this batch's included, whether they are sent or not
 * @param records may be empty
 * @param last whether nothing more follows: the server then begins to integrate
 */
public record OpenBatch(long endCursor, long totalRecords, List<OutgoingRecord> records, boolean last) {

    public OpenBatch {
        records = List.copyOf(records);
    }
}
