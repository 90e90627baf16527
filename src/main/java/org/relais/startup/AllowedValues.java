package org.relais.startup;

import java.net.InetAddress;
import java.net.URI;
import java.net.URL;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.util.ClassUtils;
import org.springframework.util.unit.DataSize;

/** Says what a setting of some Java type may be, in words for the person who wrote the setting. */
final class AllowedValues {

    static final String PORT = "must be a port number from 0 (any free one) to 65535";

    private AllowedValues() {}

    static String of(String setting, Class<?> type) {
        return ofUnknownKind(setting, "must be " + of(type));
    }

    /** Ports are told by their names; for anything else there are only the given words. */
    static String ofUnknownKind(String setting, String otherwise) {
        return setting.endsWith("port") ? PORT : otherwise;
    }

    private static String of(Class<?> type) {
        Class<?> boxed = ClassUtils.resolvePrimitiveIfNecessary(type);
        if (boxed.isEnum()) {
            return Arrays.stream(boxed.getEnumConstants())
                    .map(value ->
                            ((Enum<?>) value).name().toLowerCase(Locale.ROOT).replace('_', '-'))
                    .collect(Collectors.joining(", ", "one of ", ""));
        }
        if (boxed == Duration.class) {
            return "a duration such as 30s, 5m, 2h or 7d";
        }
        if (boxed == DataSize.class) {
            return "a size such as 512KB or 64MB";
        }
        if (boxed == Boolean.class) {
            return "true or false";
        }
        if (boxed == Integer.class || boxed == Long.class) {
            return "a whole number";
        }
        if (boxed == URI.class || boxed == URL.class) {
            return "an address such as https://central.example.org";
        }
        if (boxed == InetAddress.class) {
            return "an IP address or a host name of this machine";
        }
        if (boxed == Path.class) {
            return "a path";
        }
        return "a value of the kind " + boxed.getSimpleName();
    }
}
