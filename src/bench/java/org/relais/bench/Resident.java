package org.relais.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a process holds in memory, in MiB; as only Linux tells it, 0 elsewhere. */
final class Resident {

    private static final int KIB_PER_MIB = 1024;

    private Resident() {}

    static long now(ProcessHandle process) {
        return read(process, "VmRSS:");
    }

    static long peak(ProcessHandle process) {
        return read(process, "VmHWM:");
    }

    private static long read(ProcessHandle process, String key) {
        Path status = Path.of("/proc", Long.toString(process.pid()), "status");
        try {
            return Files.readAllLines(status).stream()
                    .filter(line -> line.startsWith(key))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / KIB_PER_MIB)
                    .findFirst()
                    .orElse(0);
        } catch (IOException notLinux) {
            return 0;
        }
    }
}
