package org.relais.central;

import java.util.LinkedHashMap;
import java.util.Map;

/** The headers that every request to a central server carries. */
final class Headers {

    private Headers() {}

    /** A fresh map, to be added to. */
    static Map<String, String> accepting() {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("accept", "*/*");
        headers.put("accept-encoding", "gzip");
        // A real site names no agent; the JDK's client cannot leave the header out, only say something shorter.
        headers.put("user-agent", "Relais");
        return headers;
    }
}
