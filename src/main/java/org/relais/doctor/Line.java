package org.relais.doctor;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.relais.web.AnyCertificate;

/** The way to a central server, piece by piece, below what {@code central} asks of it. It sends no secret. */
final class Line {

    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    private final URI address;
    private final Clock clock;
    private volatile Greeting greeting;

    /** @param address absolute, http or https, with a host */
    Line(URI address, Clock clock) {
        this.address = address;
        this.clock = clock;
    }

    URI address() {
        return address;
    }

    String host() {
        String host = address.getHost();
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    int port() {
        return address.getPort() != -1 ? address.getPort() : secure() ? HTTPS : HTTP;
    }

    boolean secure() {
        return "https".equalsIgnoreCase(address.getScheme());
    }

    /** The proxy that Java was told to use for it, as runs use it too; empty when they go there by themselves. */
    Optional<String> proxy() {
        return ProxySelector.getDefault().select(address).stream()
                .filter(proxy -> proxy.type() != Proxy.Type.DIRECT)
                .findFirst()
                .map(proxy -> String.valueOf(proxy.address()));
    }

    /**
     * The address that the name has; the first, which is the one that is called.
     *
     * @throws java.net.UnknownHostException when it has none
     */
    InetAddress resolve() throws IOException {
        return InetAddress.getByName(host());
    }

    /** Opens a connection and closes it again; returns how long the opening took. */
    Duration connect() throws IOException {
        InetSocketAddress target = new InetSocketAddress(resolve(), port());
        try (Socket socket = new Socket()) {
            long began = System.nanoTime();
            socket.connect(target, (int) CONNECT.toMillis());
            return Duration.ofNanos(System.nanoTime() - began);
        }
    }

    /** What the server shows of itself under TLS. */
    Certificates certificates() throws IOException {
        return Certificates.shownAt(host(), port(), CONNECT);
    }

    /** What is answered to a call without credentials, whatever certificate is shown; asked once, then remembered. */
    Greeting greeting() throws IOException, InterruptedException {
        if (greeting == null) {
            greeting = greet();
        }
        return greeting;
    }

    private Greeting greet() throws IOException, InterruptedException {
        HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(CONNECT)
                .sslContext(AnyCertificate.context())
                .build();
        try {
            HttpRequest request = HttpRequest.newBuilder(address.resolve("/sync/v5/site"))
                    .setHeader("user-agent", "Relais")
                    .build();
            Instant asked = clock.instant();
            HttpResponse<Void> answer = client.send(request, BodyHandlers.discarding());
            return Greeting.of(answer, asked, clock.instant());
        } finally {
            client.shutdownNow();
        }
    }
}
