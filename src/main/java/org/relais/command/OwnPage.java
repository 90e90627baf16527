package org.relais.command;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Set;
import org.relais.web.AnyCertificate;
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
                // Its certificate is made out to the site's name and not to this machine's own address.
                .sslContext(AnyCertificate.context())
                .build()) {
            HttpRequest request = HttpRequest.newBuilder(address.resolve("/actuator/health"))
                    .timeout(PATIENCE)
                    .build();
            HttpResponse<Void> answer = client.send(request, BodyHandlers.discarding());
            return answer.statusCode();
        }
    }
}
