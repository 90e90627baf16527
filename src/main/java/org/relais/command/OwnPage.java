package org.relais.command;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Set;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.springframework.core.env.Environment;

/**
 * The pages of the site that runs on this machine, as its settings place them.
 *
 * @param address where a browser on this machine finds them
 */
record OwnPage(URI address) {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Set<String> EVERYWHERE = Set.of("", "0.0.0.0", "::", "[::]");

    static OwnPage of(Environment settings) {
        String scheme = settings.getProperty("server.ssl.certificate", "").isBlank() ? "http" : "https";
        String given = settings.getProperty("server.address", "");
        String host = EVERYWHERE.contains(given) ? "127.0.0.1" : given;
        String written = host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host;
        return new OwnPage(URI.create(scheme + "://" + written + ":" + settings.getProperty("server.port") + "/"));
    }

    /**
     * The status by which the site says how it is.
     *
     * @throws IOException when nothing answers
     */
    int health() throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newBuilder()
                .connectTimeout(PATIENCE)
                .sslContext(trustingThisMachine())
                .build()) {
            HttpRequest request = HttpRequest.newBuilder(address.resolve("/actuator/health"))
                    .timeout(PATIENCE)
                    .build();
            HttpResponse<Void> answer = client.send(request, BodyHandlers.discarding());
            return answer.statusCode();
        }
    }

    /** The certificate is made out to the site's name and not to this machine's own address, and nothing secret is sent there. */
    private static SSLContext trustingThisMachine() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new Trusting()}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Trusting extends X509ExtendedTrustManager {

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
