package org.relais.central;

import java.net.URI;
import java.net.URISyntaxException;
import org.relais.catalogue.CentralServer;

/** The rules for the addresses of the central servers and for joining routes to them (protocol.md section 2). */
public final class ServerUrl {

    private ServerUrl() {}

    /**
     * Reads an mSupply central server's address as a person types it; spaces around it do not count.
     *
     * @throws CentralFailure.InvalidUrl when it is not an absolute http or https address with a host
     */
    public static URI parse(String text) {
        return read(CentralServer.LEGACY, text);
    }

    static URI read(CentralServer server, String text) {
        try {
            return checked(server, new URI(text == null ? "" : text.strip()));
        } catch (URISyntaxException e) {
            throw new CentralFailure.InvalidUrl(server, "not an address: " + e.getReason());
        }
    }

    static URI checked(CentralServer server, URI url) {
        boolean web = "http".equalsIgnoreCase(url.getScheme()) || "https".equalsIgnoreCase(url.getScheme());
        if (!web) {
            throw new CentralFailure.InvalidUrl(server, "an address begins with http:// or https://");
        }
        if (url.getHost() == null || url.getPort() == 0 || url.getPort() > 65_535) {
            throw new CentralFailure.InvalidUrl(server, "no host and port that can be reached");
        }
        if (url.getRawUserInfo() != null) {
            throw new CentralFailure.InvalidUrl(server, "user and password do not belong into the address");
        }
        return url;
    }

    /** v5: the route is absolute, any path of the address is lost. */
    static URI absolute(URI base, String route) {
        return base.resolve("/" + route);
    }

    /** V6: the route is relative, a path without a closing slash loses its last part. */
    static URI relative(URI base, String route) {
        return base.getRawPath().isEmpty() ? absolute(base, route) : base.resolve(route);
    }
}
