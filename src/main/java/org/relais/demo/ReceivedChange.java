package org.relais.demo;

import java.time.Instant;
import java.util.List;
import org.relais.catalogue.CentralServer;
import org.relais.catalogue.RecordKey;

/**
 * A change that a site pushed, as it came.
 *
 * @param number its place among all that were received, from 1
 * @param server which server received it
 * @param site the site's name
 * @param key which record it is
 * @param action {@code Update}, {@code Delete} ... as it was written
 * @param data the record's JSON text to the last blank; null when there was none, as for a delete
 * @param at when
 * @param problems what breaks the record catalogue, of which the site is not told; empty when all is well
 */
public record ReceivedChange(
        long number,
        CentralServer server,
        String site,
        RecordKey key,
        String action,
        String data,
        Instant at,
        List<String> problems) {}
