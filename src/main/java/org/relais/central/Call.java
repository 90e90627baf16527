package org.relais.central;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.relais.catalogue.CentralServer;

/**
 * One request to a central server, complete.
 *
 * @param body the request's body, or null for none
 * @param secrets what must not be told when the call fails
 * @param records how many records the body carries
 */
record Call(
        CentralServer server,
        String method,
        URI uri,
        Map<String, String> headers,
        byte[] body,
        List<String> secrets,
        int records) {

    private static final int SHORTEST_SECRET = 3;

    /** Whether the call pushes records. */
    boolean carriesRecords() {
        return records > 0;
    }

    /** Whether what the call carries could as well be sent in pieces. */
    boolean divisible() {
        return records > 1;
    }

    /** Method and path, without the query, as a failure names the call. */
    String name() {
        return method + " " + uri.getPath();
    }

    /** Without headers and body, which hold the site's credentials. */
    @Override
    public String toString() {
        return name();
    }

    /** The text with every secret of this call blotted out: a server may repeat what it was sent. */
    String withoutSecrets(String text) {
        String clean = text;
        for (String secret : secrets) {
            if (secret.length() >= SHORTEST_SECRET) {
                clean = clean.replace(secret, "***");
            }
        }
        return clean;
    }
}
