package org.relais.monitoring;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import org.relais.catalogue.RecordTypes;
import org.relais.record.RecordsReceived;
import org.relais.record.RecordsSent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Counts the records that came in and went out. */
@Component
class RecordMeters {

    static final String RECORDS = "relais.records";

    /** All tables that this version does not know: a central server must not make up labels. */
    private static final String OTHER = "other";

    private final MeterRegistry registry;
    private final RecordTypes types;

    RecordMeters(MeterRegistry registry, RecordTypes types) {
        this.registry = registry;
        this.types = types;
    }

    @EventListener
    void received(RecordsReceived event) {
        count("pulled", event.byTable());
    }

    @EventListener
    void sent(RecordsSent event) {
        count("pushed", event.byTable());
    }

    private void count(String direction, Map<String, Long> byTable) {
        byTable.forEach((table, records) -> Counter.builder(RECORDS)
                .description("Records that came in and changes that were sent")
                .tag("direction", direction)
                .tag("table", types.byTable(table).isPresent() ? table : OTHER)
                .register(registry)
                .increment(records));
    }
}
