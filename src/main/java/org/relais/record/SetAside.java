package org.relais.record;

import java.time.Instant;
import org.relais.catalogue.Action;
import org.relais.catalogue.RecordKey;

/**
 * A record that came in and could not be integrated.
 *
 * @param number its place in the order of arrival; names it in {@link RecordStore#retry(long)}
 * @param key which record it is, table and id as they came but cut at 255 characters
 * @param action what it asks for
 * @param retriesItself whether it needs nobody: it is tried again when what it waits for arrives
 * @param reason why
 * @param since when it came
 */
public record SetAside(
        long number, RecordKey key, Action action, boolean retriesItself, Reason reason, Instant since) {}
