package org.relais.record;

import java.time.Instant;
import org.relais.catalogue.RecordKey;

/**
 * A record as it is kept.
 *
 * @param key which record it is
 * @param storeId the store that owns it; null when it belongs to none
 * @param data the JSON object exactly as it came, or as it was saved here, in the pull form
 * @param receivedAt when this version came or was made
 * @param mergedInto the id of the record that stands for it since a merge; null when it was not merged
 */
public record StoredRecord(RecordKey key, String storeId, String data, Instant receivedAt, String mergedInto) {}
