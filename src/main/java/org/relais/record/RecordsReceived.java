package org.relais.record;

import java.util.Map;
import org.relais.catalogue.Channel;

/**
 * Published when records were received and are kept; once for many of them.
 *
 * @param channel where they came from
 * @param byTable how many of which table
 */
public record RecordsReceived(Channel channel, Map<String, Long> byTable) {

    public RecordsReceived {
        byTable = Map.copyOf(byTable);
    }
}
