package org.relais.sync;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.GZIPInputStream;
import org.relais.demo.DemoNetwork;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Stands between a site and the two servers of a demonstration network: hands everything on as it is, and writes it down in
 * the form of {@code exchanges.json}. Sites find the second server by it as well, as its address is put in the place of that
 * server's in the first one's answers.
 */
final class RecordingRelay implements AutoCloseable {

    /** What belongs to one connection, or to the client's library, not to the exchange. */
    private static final Set<String> OF_THE_LINE = Set.of(
            "host",
            "content-length",
            "connection",
            "user-agent",
            "transfer-encoding",
            "date",
            "upgrade",
            "http2-settings");

    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Exchange> exchanges = new ArrayList<>();
    private final URI openAtHome;
    private final HttpServer legacy;
    private final HttpServer open;

    RecordingRelay(DemoNetwork network) throws IOException {
        openAtHome = network.openUrl();
        legacy = listen("legacy", network.legacyUrl());
        open = listen("open", openAtHome);
    }

    /**
     * A call and its answer.
     *
     * @param server {@code legacy} or {@code open}
     * @param headers names in lower case, without those of the line
     * @param body null when there was none
     */
    record Exchange(
            String server,
            String method,
            String path,
            Map<String, String> headers,
            JsonNode body,
            int status,
            JsonNode answer) {}

    /** The first server's address, for the site. */
    URI url() {
        return url(legacy);
    }

    /** What was said so far. */
    List<Exchange> exchanges() {
        synchronized (exchanges) {
            return List.copyOf(exchanges);
        }
    }

    @Override
    public void close() {
        legacy.stop(0);
        open.stop(0);
        threads.close();
        client.close();
    }

    private HttpServer listen(String name, URI to) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", exchange -> relay(name, to, exchange));
        server.start();
        return server;
    }

    private static URI url(HttpServer server) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void relay(String server, URI to, HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            Map<String, String> headers = headers(exchange);
            HttpRequest.Builder request = HttpRequest.newBuilder(to.resolve(exchange.getRequestURI()))
                    .method(
                            exchange.getRequestMethod(),
                            body.length == 0
                                    ? HttpRequest.BodyPublishers.noBody()
                                    : HttpRequest.BodyPublishers.ofByteArray(body));
            headers.forEach(request::header);
            HttpResponse<byte[]> response = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            byte[] answer = plain(response);
            if (exchange.getRequestURI().getPath().equals("/sync/v5/site")) {
                answer = new String(answer, StandardCharsets.UTF_8)
                        .replace(openAtHome.toString(), url(open).toString())
                        .getBytes(StandardCharsets.UTF_8);
            }
            synchronized (exchanges) {
                exchanges.add(new Exchange(
                        server,
                        exchange.getRequestMethod(),
                        exchange.getRequestURI().toString(),
                        headers,
                        json(body),
                        response.statusCode(),
                        json(answer)));
            }
            response.headers().firstValue("content-type").ifPresent(type -> exchange.getResponseHeaders()
                    .set("Content-Type", type));
            exchange.sendResponseHeaders(response.statusCode(), answer.length == 0 ? -1 : answer.length);
            exchange.getResponseBody().write(answer);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Map<String, String> headers(HttpExchange exchange) {
        Map<String, String> headers = new TreeMap<>();
        exchange.getRequestHeaders().forEach((name, values) -> {
            String key = name.toLowerCase(Locale.ROOT);
            if (!OF_THE_LINE.contains(key)) {
                headers.put(key, String.join(", ", values));
            }
        });
        return headers;
    }

    private static byte[] plain(HttpResponse<byte[]> response) throws IOException {
        boolean packed =
                response.headers().firstValue("content-encoding").orElse("").equals("gzip");
        if (!packed) {
            return response.body();
        }
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(response.body()))) {
            return in.readAllBytes();
        }
    }

    private static JsonNode json(byte[] text) {
        return text.length == 0 ? null : JSON.readTree(new String(text, StandardCharsets.UTF_8));
    }
}
