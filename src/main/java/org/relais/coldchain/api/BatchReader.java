package org.relais.coldchain.api;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.relais.catalogue.JsonCopy;
import org.relais.coldchain.PhoneCall;
import org.relais.coldchain.Sent;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads what a phone sends: a list of rows, each of which is looked at by itself. */
final class BatchReader {

    private BatchReader() {}

    /**
     * The rows, in their order.
     *
     * @throws UnreadableBody when the body is no list, or ends within it
     */
    static List<Sent> read(PhoneCall call, InputStream body) throws IOException {
        List<Sent> rows = new ArrayList<>();
        try (JsonParser parser = PhoneJson.MAPPER.createParser(body)) {
            if (parser.nextToken() != JsonToken.START_ARRAY) {
                throw new UnreadableBody("A batch is a JSON list", null);
            }
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                rows.add(RowReader.read(call, JsonCopy.copyValue(parser)));
            }
            if (parser.nextToken() != null) {
                throw new UnreadableBody("Something stands behind the list", null);
            }
        } catch (JacksonException | IllegalArgumentException broken) {
            throw new UnreadableBody("The list cannot be read to its end", broken);
        }
        return rows;
    }
}
