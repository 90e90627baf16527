package org.relais.demo;

import java.util.HashMap;
import java.util.Map;
import org.relais.demo.district.Bytes;

/**
 * What is answered.
 *
 * @param status the HTTP status
 * @param headers further headers than those of the body's length and encoding
 * @param body the body before any encoding
 * @param compressed whether it is sent as gzip and in chunks when the other side takes gzip
 */
record Answer(int status, Map<String, String> headers, Bytes body, boolean compressed) {
    private static final String TYPE = "Content-Type";

    static Answer json(Bytes body) {
        return new Answer(200, Map.of(TYPE, "application/json"), body, false);
    }

    static Answer json(String body) {
        return json(Bytes.of(body));
    }

    static Answer text(int status, String text) {
        return new Answer(status, Map.of(TYPE, "text/plain; charset=utf-8"), Bytes.of(text), false);
    }

    static Answer html(int status, String page) {
        return new Answer(status, Map.of(TYPE, "text/html; charset=utf-8"), Bytes.of(page), false);
    }

    static Answer empty(int status) {
        return new Answer(status, Map.of(), new Bytes(0), false);
    }

    Answer status(int other) {
        return new Answer(other, headers, body, compressed);
    }

    Answer body(Bytes other) {
        return new Answer(status, headers, other, compressed);
    }

    Answer compressed(boolean wanted) {
        return new Answer(status, headers, body, wanted);
    }

    Answer header(String name, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(name, value);
        return new Answer(status, more, body, compressed);
    }

    /** Whether the connection ends with this answer. */
    boolean last() {
        return "close".equals(headers.get("Connection"));
    }
}
