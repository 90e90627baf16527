package org.relais.support;

import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.util.List;
import org.relais.catalogue.RecordKey;
import org.relais.record.Outbox;
import org.relais.record.Reason;
import org.relais.record.RecordStore;
import org.relais.record.TableCount;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * How many records there are of which table, and why some failed. Neither a record nor a value of one is in it, for among them
 * are those of people: of a reason only its kind and the field are told, and which record is missing.
 */
@Component
@Order(5)
class RecordsPart implements Part {

    private static final int MOST_FAILED = 1000;

    private final RecordStore store;
    private final Outbox outbox;

    RecordsPart(RecordStore store, Outbox outbox) {
        this.store = store;
        this.outbox = outbox;
    }

    private record Records(List<TableCount> tables, List<Failed> setAside, List<Failed> notSent) {}

    private record Failed(String table, String id, String kind, String field, String missing, Instant since) {}

    @Override
    public String file() {
        return "records.json";
    }

    @Override
    public void write(Writer out) throws IOException {
        List<Failed> setAside = store.setAside(MOST_FAILED).stream()
                .map(aside -> failed(aside.key(), aside.reason(), aside.since()))
                .toList();
        List<Failed> notSent = outbox.failures(MOST_FAILED).stream()
                .map(entry -> failed(entry.key(), entry.problem(), entry.since()))
                .toList();
        Json.write(new Records(store.counts(), setAside, notSent), out);
    }

    private static Failed failed(RecordKey key, Reason reason, Instant since) {
        return new Failed(
                key.table(),
                key.id(),
                reason.kind().name(),
                reason.field(),
                reason.missingRecord().map(RecordKey::toString).orElse(null),
                since);
    }
}
