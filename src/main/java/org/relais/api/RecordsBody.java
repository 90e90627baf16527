package org.relais.api;

import java.time.Instant;
import java.util.List;

/**
 * What is stored, waits and failed, in the HTTP interface.
 *
 * @param failed the first thousand records that came in and were set aside, or that cannot be sent, each with its reason
 */
record RecordsBody(List<Table> tables, List<Failed> failed) {

    record Table(String table, long stored, long waiting, long failed) {}

    record Failed(String table, String id, String reason, Instant since) {}
}
