package org.relais.web;

import java.util.Objects;

/**
 * What a room takes that is more, or less, than the usual megabyte; it declares one as a bean of its own.
 *
 * @param path all that begins with it, as {@code /coldchain/v1}; of two limits the one with the longer path holds
 * @param bytes the largest body, in bytes
 */
public record BodyLimit(String path, long bytes) {

    public BodyLimit {
        Objects.requireNonNull(path, "path");
        if (!path.startsWith("/") || path.endsWith("/")) {
            throw new IllegalArgumentException("A path begins with a slash and ends without one: " + path);
        }
        if (bytes < 0) {
            throw new IllegalArgumentException("No body is smaller than nothing: " + bytes);
        }
    }

    boolean holdsFor(String asked) {
        return asked.startsWith(path) && (asked.length() == path.length() || asked.charAt(path.length()) == '/');
    }
}
