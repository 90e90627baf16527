package org.relais.central;

import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** How large the heads of HTTP messages are on the line, in bytes: close to it, for the client writes some of the lines by itself. */
final class Heads {

    private static final int STATUS_LINE = "HTTP/1.1 200 OK\r\n\r\n".length();
    private static final int AROUND_A_HEADER = ": \r\n".length();

    /** What the client adds: Content-Length, Host without its value, User-Agent and the blanks. */
    private static final int ADDED = 80;

    private Heads() {}

    static long of(HttpRequest request) {
        String query = request.uri().getRawQuery();
        String line = request.method() + request.uri().getRawPath() + (query == null ? "" : '?' + query);
        return line.length() + request.uri().getRawAuthority().length() + ADDED + of(request.headers());
    }

    static long of(HttpResponse<?> response) {
        return STATUS_LINE + of(response.headers());
    }

    private static long of(HttpHeaders headers) {
        return headers.map().entrySet().stream()
                .flatMapToLong(header -> header.getValue().stream()
                        .mapToLong(value -> header.getKey().length() + value.length() + AROUND_A_HEADER))
                .sum();
    }
}
