package org.relais.site;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** Reads web addresses that people type. */
final class WebAddress {

    static final String ALLOWED = "an address like https://central.example.org, with nothing behind the path";

    private WebAddress() {}

    /** The address, or empty when the text is not the address of a web server. */
    static Optional<URI> parse(String text) {
        try {
            URI uri = new URI(text.strip());
            boolean web = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
            boolean plain = uri.getRawUserInfo() == null && uri.getRawQuery() == null && uri.getRawFragment() == null;
            boolean port = uri.getPort() >= -1 && uri.getPort() != 0 && uri.getPort() <= 65_535;
            return web && plain && port && uri.getHost() != null ? Optional.of(uri) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** Whether two addresses lead to the same server by the same way, whatever their paths. */
    static boolean sameServer(URI one, URI other) {
        return one.getScheme().equalsIgnoreCase(other.getScheme())
                && one.getHost().equalsIgnoreCase(other.getHost())
                && one.getPort() == other.getPort();
    }
}
