package org.relais.central;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.relais.catalogue.Action;
import org.relais.catalogue.RecordKey;
import org.relais.catalogue.WireRecord;

/** A server that does to its line whatever the test says. */
abstract class BrokenLine {

    static final String RECORD =
            "{\"ID\":%d,\"tableName\":\"item\",\"recordId\":\"i\",\"action\":\"insert\",\"recordData\":{\"ID\":\"i\"}}";

    @RegisterExtension
    final TestSite site = new TestSite();

    static List<OutgoingRecord> records(int count, int size) {
        List<OutgoingRecord> records = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            String data = "{\"note\":\"" + "n".repeat(size) + "\"}";
            records.add(new OutgoingRecord(i, new WireRecord(new RecordKey("location", "l" + i), Action.UPSERT, data)));
        }
        return records;
    }

    static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(text.getBytes());
        }
        return bytes.toByteArray();
    }
}
