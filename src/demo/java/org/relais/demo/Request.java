package org.relais.demo;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What was asked.
 *
 * @param method in capitals
 * @param path without the query
 * @param query the query's parameters
 * @param headers by name in lower case
 * @param content the body, not yet read
 */
record Request(
        String method, String path, Map<String, String> query, Map<String, String> headers, InputStream content) {

    /** The body is larger than this server takes. */
    static final class TooLarge extends RuntimeException {
        TooLarge() {
            super("Payload too large");
        }
    }

    static Request of(String method, String target, Map<String, String> headers, InputStream content) {
        int question = target.indexOf('?');
        String path = question < 0 ? target : target.substring(0, question);
        Map<String, String> query = question < 0
                ? Map.of()
                : Arrays.stream(target.substring(question + 1).split("&"))
                        .map(pair -> pair.split("=", 2))
                        .collect(Collectors.toMap(
                                pair -> decode(pair[0]),
                                pair -> pair.length > 1 ? decode(pair[1]) : "",
                                (first, second) -> second));
        return new Request(method, decode(path), query, headers, content);
    }

    /** The same request with its body to be read from there. */
    Request content(InputStream other) {
        return new Request(method, path, query, headers, other);
    }

    boolean is(String method, String path) {
        return this.method.equals(method) && this.path.equals(path);
    }

    String header(String name) {
        return headers.getOrDefault(name, "");
    }

    String parameter(String name) {
        return query.getOrDefault(name, "");
    }

    /** A number in the query; what is not one counts as 0. */
    long number(String name) {
        String text = parameter(name);
        return text.matches("\\d{1,18}") ? Long.parseLong(text) : 0;
    }

    boolean acceptsGzip() {
        return header("accept-encoding").contains("gzip");
    }

    /** The whole body. */
    byte[] body(int limit) throws IOException {
        String length = header("content-length");
        if (length.matches("\\d+") && (length.length() > 10 || Long.parseLong(length) > limit)) {
            throw new TooLarge();
        }
        byte[] body = content.readNBytes(limit + 1);
        if (body.length > limit) {
            throw new TooLarge();
        }
        return body;
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
