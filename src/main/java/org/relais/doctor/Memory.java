package org.relais.doctor;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the machine says of its memory. */
final class Memory {

    /** What Java calls free on Linux leaves out what the system only keeps as long as nobody needs the room. */
    private static final Path LINUX = Path.of("/proc/meminfo");

    private static final Pattern AVAILABLE = Pattern.compile("(?m)^MemAvailable:\\s+(\\d+) kB$");
    private static final long KIBIBYTE = 1024;

    private Memory() {}

    /** What programs could still have, in bytes; 0 when the machine does not say. */
    static long available() {
        try {
            Matcher line = AVAILABLE.matcher(Files.readString(LINUX));
            if (line.find()) {
                return Long.parseLong(line.group(1)) * KIBIBYTE;
            }
        } catch (IOException notLinux) {
            return free();
        }
        return free();
    }

    private static long free() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean machine
                ? machine.getFreeMemorySize()
                : 0;
    }

    /** All that there is, in bytes; 0 when the machine does not say. */
    static long all() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean machine
                ? machine.getTotalMemorySize()
                : 0;
    }
}
