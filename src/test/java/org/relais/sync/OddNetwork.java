package org.relais.sync;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.relais.testing.TestDatabase;

/**
 * Both central servers at one address, with nothing for anybody: healthy until a test has one of their calls answered in a way in
 * which no real server answers.
 */
final class OddNetwork implements AutoCloseable {

    /** Answers a call; what it returns is the body, of status 200. */
    @FunctionalInterface
    interface Answer {
        String to(String request) throws IOException;
    }

    private static final Pattern RECORD = Pattern.compile("\"cursor\":\\d+,\"record\"");

    private final Map<String, Treatment> calls = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;

    /** Does with an exchange what it likes. */
    @FunctionalInterface
    interface Treatment {
        void handle(HttpExchange exchange, String request) throws IOException;
    }

    OddNetwork() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            try (exchange) {
                String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
                String call = exchange.getRequestMethod() + " "
                        + exchange.getRequestURI().getPath();
                String query = exchange.getRequestURI().getQuery();
                asked.add(call + (query == null ? "" : "?" + query));
                calls.get(call).handle(exchange, query == null ? body : query);
            }
        });
        server.start();
        heal();
    }

    /** All calls are answered well again. */
    void heal() {
        asked.clear();
        on("GET /sync/v5/site", request -> """
                {"id":"odd","siteId":2,"initialisationStatus":"completed","omSupplyCentralServerUrl":"%s",
                "isOmSupplyCentralServer":false,"mSupplyCentralSiteId":1}""".formatted(url()));
        on("GET /sync/v5/site_status", request -> "{\"code\":\"idle\",\"message\":\"\"}");
        on("POST /sync/v5/initialise", request -> "{\"queueLength\":0}");
        on("GET /sync/v5/central_records", request -> "{\"maxCursor\":0,\"data\":[]}");
        on("GET /sync/v5/queued_records", request -> "{\"queueLength\":0,\"data\":[]}");
        on("POST /sync/v5/queued_records", request -> "{\"integrationStarted\":true}");
        on("POST /sync/v5/acknowledged_records", request -> "");
        on("POST /central/sync/pull", request -> openPage(0, 0, true, ""));
        on("POST /central/sync/push", request -> "{\"data\":{\"records_pushed\":%d}}"
                .formatted(RECORD.matcher(request).results().count()));
        on("POST /central/sync/site_status", request -> "{\"data\":{\"is_integrating\":false}}");
    }

    /** From now on a call, as {@code GET /sync/v5/site}, is answered so. */
    void on(String call, Answer answer) {
        handle(call, (exchange, request) -> {
            byte[] body = answer.to(request).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        });
    }

    /** Answers with a body that is compressed. */
    static void zipped(HttpExchange exchange, byte[] zipped) throws IOException {
        exchange.getResponseHeaders().set("content-encoding", "gzip");
        exchange.sendResponseHeaders(200, zipped.length);
        exchange.getResponseBody().write(zipped);
    }

    void handle(String call, Treatment handler) {
        calls.put(call, handler);
    }

    /** A member of the mSupply central server's lists: its place there, as {@code "ID":7}, and the unit. */
    static String unit(String place, String id) {
        return "{" + place + "," + unit(id) + "}";
    }

    /** A unit as a record, without the braces around it. */
    static String unit(String id) {
        return """
                "tableName":"unit","recordId":"%1$s","action":"update","recordData":{"ID":"%1$s","units":"%1$s",\
                "comment":"","order_number":0}""".formatted(id);
    }

    /** An answer of the Open mSupply central server to a pull. */
    static String openPage(long end, long total, boolean last, String records) {
        return "{\"data\":{\"end_cursor\":%d,\"total_records\":%d,\"is_last_batch\":%b,\"records\":[%s]}}"
                .formatted(end, total, last, records);
    }

    static String openUnit(long cursor, String id) {
        return "{\"cursor\":" + cursor + ",\"record\":{" + unit(id) + "}}";
    }

    /** The calls that were made since it healed, with their queries. */
    List<String> asked() {
        return asked;
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    /** Starts a process that is a site of this network. */
    Engine site(TestDatabase database, String... settings) {
        String[] all = new String[settings.length + 3];
        all[0] = "--relais.site.central-url=" + url();
        all[1] = "--relais.site.name=odd";
        all[2] = "--relais.site.password=odd";
        System.arraycopy(settings, 0, all, 3, settings.length);
        return Engine.start(database, Engine.newDirectory(), all);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
