package org.relais.inspection;

import java.io.OutputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.relais.catalogue.Action;
import org.relais.catalogue.RecordKey;
import org.relais.record.Outbox;
import org.relais.record.OutboxEntry;
import org.relais.record.Reason;
import org.relais.record.RecordStore;
import org.relais.record.SetAside;
import org.relais.record.SetAsideFilter;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.SerializableString;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.io.SerializedString;
import tools.jackson.core.json.JsonFactory;

/**
 * Writes what could not be integrated and what cannot be sent for the support team, as JSON Lines: one object a line. The
 * record itself is a text in it, as broken records are no JSON.
 */
@Component
public class SupportExport {

    /** What the file holds. */
    public static final String CONTENT_TYPE = "application/x-ndjson";

    private static final JsonFactory JSON = new JsonFactory();
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyyMMdd-HHmm");
    private static final int PAGE = 200;

    private final RecordStore store;
    private final Outbox outbox;
    private final Clock clock;

    SupportExport(RecordStore store, Outbox outbox, Clock clock) {
        this.store = store;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** A name for the file, with the moment in UTC; nothing of it comes from a record. */
    public String fileName() {
        return "relais-records-" + MOMENT.format(clock.instant().atOffset(ZoneOffset.UTC)) + ".jsonl";
    }

    /** Writes all of it, one record after the other; the stream is left open. */
    public void write(SetAsideFilter filter, OutputStream out) {
        try (JsonGenerator json = JSON.createGenerator(new Lines(), out, JsonEncoding.UTF8)) {
            json.configure(StreamWriteFeature.AUTO_CLOSE_TARGET, false);
            store.eachSetAside(filter, aside -> line(json, aside));
            int offset = 0;
            for (List<OutboxEntry> page = outbox.failures(offset, PAGE);
                    !page.isEmpty();
                    page = outbox.failures(offset, PAGE)) {
                page.forEach(entry -> line(json, entry));
                offset += page.size();
            }
        }
    }

    private void line(JsonGenerator json, SetAside aside) {
        line(
                json,
                new Line(
                        "received",
                        aside.key(),
                        aside.action(),
                        aside.reason(),
                        aside.since(),
                        aside.retriesItself(),
                        store.setAsideText(aside.number()).orElse(null)));
    }

    private void line(JsonGenerator json, OutboxEntry entry) {
        line(
                json,
                new Line(
                        "unsent",
                        entry.key(),
                        entry.action(),
                        entry.problem(),
                        entry.since(),
                        true,
                        store.json(entry.key()).orElse(null)));
    }

    private record Line(
            String way,
            RecordKey key,
            Action action,
            Reason reason,
            Instant since,
            boolean retriesItself,
            String record) {}

    private static void line(JsonGenerator json, Line line) {
        json.writeStartObject();
        json.writeStringProperty("way", line.way());
        json.writeStringProperty("table", line.key().table());
        json.writeStringProperty("id", line.key().id());
        json.writeStringProperty("action", line.action().name());
        json.writeStringProperty("reason", line.reason().kind().name());
        json.writeStringProperty("field", line.reason().field());
        json.writeStringProperty("detail", line.reason().addition());
        json.writeStringProperty("since", line.since().toString());
        json.writeBooleanProperty("retriesItself", line.retriesItself());
        json.writeStringProperty("record", line.record());
        json.writeEndObject();
    }

    private static final class Lines extends ObjectWriteContext.Base {

        private static final SerializableString BREAK = new SerializedString("\n");

        @Override
        public SerializableString getRootValueSeparator(SerializableString usual) {
            return BREAK;
        }
    }
}
