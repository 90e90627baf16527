package org.relais.locations;

import java.math.BigDecimal;

/**
 * A location as it was when it was read.
 *
 * @param id its id
 * @param storeId the store that it belongs to
 * @param code short name
 * @param description what it is, may be empty
 * @param type its type, or null for none or one that is not known here
 * @param typeId the id of its type, or null for none
 * @param volume how much can be stored in it
 * @param onHold whether nothing is to be taken from or put into it
 * @param waiting whether a change of it has still to be sent
 * @param version of the stored record, by which a change made meanwhile is noticed
 */
public record Location(
        String id,
        String storeId,
        String code,
        String description,
        LocationType type,
        String typeId,
        BigDecimal volume,
        boolean onHold,
        boolean waiting,
        long version) {

    /** What a person can change about it, as it is. */
    public LocationDraft draft() {
        return new LocationDraft(code, description, typeId, volume, onHold);
    }
}
