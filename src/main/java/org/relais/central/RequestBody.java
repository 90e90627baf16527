package org.relais.central;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.function.Consumer;
import org.relais.catalogue.Action;
import org.relais.catalogue.WireRecord;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Writes the bodies of requests, keys in the order in which a real site writes them. */
final class RequestBody {

    private static final JsonFactory FACTORY = new JsonFactory();

    private final JsonGenerator json;

    private RequestBody(JsonGenerator json) {
        this.json = json;
    }

    /** An object whose members the writer writes. */
    static byte[] object(Consumer<RequestBody> members) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), bytes)) {
            json.writeStartObject();
            members.accept(new RequestBody(json));
            json.writeEndObject();
        }
        return bytes.toByteArray();
    }

    RequestBody text(String key, String value) {
        json.writeStringProperty(key, value);
        return this;
    }

    RequestBody number(String key, long value) {
        json.writeNumberProperty(key, value);
        return this;
    }

    RequestBody flag(String key, boolean value) {
        json.writeBooleanProperty(key, value);
        return this;
    }

    RequestBody texts(String key, List<String> values) {
        json.writeArrayPropertyStart(key);
        values.forEach(json::writeString);
        json.writeEndArray();
        return this;
    }

    RequestBody object(String key, Consumer<RequestBody> members) {
        json.writeObjectPropertyStart(key);
        members.accept(this);
        json.writeEndObject();
        return this;
    }

    /** A list of records as the mSupply central server reads them. */
    RequestBody legacyRecords(String key, List<OutgoingRecord> records) {
        json.writeArrayPropertyStart(key);
        for (OutgoingRecord outgoing : records) {
            json.writeStartObject();
            text("syncOutId", Long.toString(outgoing.cursor()));
            record(outgoing.record());
            json.writeEndObject();
        }
        json.writeEndArray();
        return this;
    }

    /** A list of records as the Open mSupply central server reads them. */
    RequestBody openRecords(String key, List<OutgoingRecord> records) {
        json.writeArrayPropertyStart(key);
        for (OutgoingRecord outgoing : records) {
            json.writeStartObject();
            number("cursor", outgoing.cursor());
            object("record", body -> record(outgoing.record()));
            json.writeEndObject();
        }
        json.writeEndArray();
        return this;
    }

    private void record(WireRecord record) {
        text("tableName", record.key().table());
        text("recordId", record.key().id());
        text("action", word(record.action()));
        json.writeName("recordData");
        if (record.action() == Action.DELETE) {
            json.writeNull();
        } else {
            json.writeRawValue(record.data());
        }
    }

    private static String word(Action action) {
        return switch (action) {
            case UPSERT -> "Update";
            case DELETE -> "Delete";
            case MERGE -> throw new IllegalArgumentException("a site sends no merges");
        };
    }
}
