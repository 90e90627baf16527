package org.relais.record;

import java.util.Set;
import org.relais.catalogue.Action;
import org.relais.catalogue.CentralServer;
import org.relais.catalogue.RecordKey;

/**
 * What the outbox notes of a change when it is made.
 *
 * @param created whether there was no such record before
 * @param base the record's text before the change; null where there was none
 * @param receivers the servers that get it; none when it stays on this site
 */
record OutboxMark(RecordKey key, Action action, boolean created, String base, Set<CentralServer> receivers) {}
