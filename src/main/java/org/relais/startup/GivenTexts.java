package org.relais.startup;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What was given on the command line and in the environment, as it was written. Java reads both in the encoding of the locale,
 * and a service has often none: every letter beyond ASCII is then lost ({@code U+FFFD}). Linux still has the bytes; they are
 * UTF-8.
 */
public final class GivenTexts {

    private static final String LOST = "\uFFFD";
    private static final Path OF_THIS_PROCESS = Path.of("/proc/self");

    private GivenTexts() {}

    /** The arguments of the program; as Java read them where nothing is lost, or where there is nothing better. */
    public static String[] arguments(String... asRead) {
        if (Arrays.stream(asRead).noneMatch(GivenTexts::isLost)) {
            return asRead;
        }
        List<String> whole = written("cmdline");
        if (whole.size() < asRead.length) {
            return asRead;
        }
        return whole.subList(whole.size() - asRead.length, whole.size()).toArray(String[]::new);
    }

    /** The variables that Java did not read as they were written; none where nothing is lost. */
    static Map<String, Object> variables() {
        Map<String, Object> found = new HashMap<>();
        if (System.getenv().values().stream().anyMatch(GivenTexts::isLost)) {
            for (String variable : written("environ")) {
                int equals = variable.indexOf('=');
                if (equals > 0 && isLost(System.getenv(variable.substring(0, equals)))) {
                    found.put(variable.substring(0, equals), variable.substring(equals + 1));
                }
            }
        }
        return found;
    }

    /** Whether letters of this text could not be read; null has none. */
    static boolean isLost(String text) {
        return text != null && text.contains(LOST);
    }

    /** Whether the file system takes names with letters beyond ASCII in this process. */
    static boolean namesMayHaveAccents() {
        return !"ANSI_X3.4-1968".equals(System.getProperty("sun.jnu.encoding"));
    }

    private static List<String> written(String file) {
        try {
            String all = new String(Files.readAllBytes(OF_THIS_PROCESS.resolve(file)), StandardCharsets.UTF_8);
            return Arrays.asList(all.split("\0"));
        } catch (IOException notLinux) {
            return List.of();
        }
    }
}
