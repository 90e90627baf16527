package org.relais.record;

import java.util.Map;
import org.relais.catalogue.CentralServer;

/**
 * Published when changes were sent and that is noted; once for many of them.
 *
 * @param server who has them
 * @param byTable how many of which table
 */
public record RecordsSent(CentralServer server, Map<String, Long> byTable) {

    public RecordsSent {
        byTable = Map.copyOf(byTable);
    }
}
