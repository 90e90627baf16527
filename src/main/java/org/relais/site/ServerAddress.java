package org.relais.site;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Under which addresses a phone in the same network reaches this server: what the QR code may hold. */
@Component
public class ServerAddress {

    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    private final PublicAddress publicAddress;
    private final Environment environment;
    private final Supplier<List<Inet4Address>> machine;

    @Autowired
    ServerAddress(PublicAddress publicAddress, Environment environment) {
        this(publicAddress, environment, ServerAddress::addressesOfThisMachine);
    }

    ServerAddress(PublicAddress publicAddress, Environment environment, Supplier<List<Inet4Address>> machine) {
        this.publicAddress = publicAddress;
        this.environment = environment;
        this.machine = machine;
    }

    /**
     * The addresses of this machine in its networks, where a server with these settings answers; for who asks at a shell, where
     * nobody knows of a public one.
     *
     * @return empty when no phone can reach this machine
     */
    public static List<URI> ofThisMachine(Environment settings) {
        return new ServerAddress(null, settings).foundOut(null);
    }

    /**
     * The addresses to offer, the best first: the public one that was chosen, alone; else the browser's own where a phone can use
     * it; else those of this machine in its networks.
     *
     * @param browserOrigin where the person's browser found this server, or null
     * @return empty when no phone can reach this server
     */
    public List<URI> reachable(URI browserOrigin) {
        return publicAddress.find().map(List::of).orElseGet(() -> foundOut(browserOrigin));
    }

    /**
     * The addresses that are offered where no public one is chosen, the best first.
     *
     * @param browserOrigin as for {@link #reachable}
     */
    public List<URI> foundOut(URI browserOrigin) {
        if (browserOrigin != null && PhoneHost.accepts(browserOrigin.getHost())) {
            return List.of(origin(browserOrigin.getScheme(), browserOrigin.getHost(), browserOrigin.getPort()));
        }
        return ownAddresses().stream()
                .map(address -> origin(scheme(), address.getHostAddress(), port()))
                .toList();
    }

    /**
     * Whether the addresses offered do not answer yet: this server listens on the loopback address alone, and nothing tells
     * of a proxy in front of it.
     *
     * @param browserOrigin as for {@link #reachable}
     */
    public boolean onlyThisMachine(URI browserOrigin) {
        InetAddress bound = boundAddress();
        boolean proxied =
                publicAddress.find().isPresent() || browserOrigin != null && PhoneHost.accepts(browserOrigin.getHost());
        return bound != null && bound.isLoopbackAddress() && !proxied;
    }

    private List<Inet4Address> ownAddresses() {
        InetAddress bound = boundAddress();
        if (bound instanceof Inet4Address one && !one.isAnyLocalAddress() && !one.isLoopbackAddress()) {
            return List.of(one);
        }
        return machine.get();
    }

    private InetAddress boundAddress() {
        try {
            String address = environment.getProperty("server.address");
            return address == null || address.isBlank() ? null : InetAddress.getByName(address);
        } catch (UnknownHostException e) {
            return null;
        }
    }

    private String scheme() {
        boolean tls = environment.containsProperty("server.ssl.bundle")
                || environment.containsProperty("server.ssl.key-store")
                || environment.containsProperty("server.ssl.certificate");
        return tls && environment.getProperty("server.ssl.enabled", Boolean.class, true) ? "https" : "http";
    }

    private int port() {
        return environment.getProperty(
                "local.server.port", Integer.class, environment.getProperty("server.port", Integer.class, 8080));
    }

    private static URI origin(String scheme, String host, int port) {
        boolean usual = port == -1 || port == ("https".equalsIgnoreCase(scheme) ? HTTPS : HTTP);
        return URI.create(scheme + "://" + host + (usual ? "" : ":" + port));
    }

    private static List<Inet4Address> addressesOfThisMachine() {
        try {
            return NetworkInterface.networkInterfaces()
                    .filter(ServerAddress::isUp)
                    .flatMap(NetworkInterface::inetAddresses)
                    .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
                    .filter(Inet4Address.class::isInstance)
                    .map(Inet4Address.class::cast)
                    .sorted(Comparator.comparing((Inet4Address address) -> !address.isSiteLocalAddress()))
                    .toList();
        } catch (SocketException e) {
            return List.of();
        }
    }

    private static boolean isUp(NetworkInterface network) {
        try {
            return network.isUp();
        } catch (SocketException e) {
            return false;
        }
    }
}
