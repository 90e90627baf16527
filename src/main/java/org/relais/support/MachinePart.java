package org.relais.support;

import java.io.IOException;
import java.io.Writer;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.relais.database.DataDirectory;
import org.relais.sync.NodeName;
import org.relais.vocabulary.ProgramVersion;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The program's version, and the machine that it runs on. Sizes are in bytes. */
@Component
@Order(1)
class MachinePart implements Part {

    private final DataDirectory directory;
    private final NodeName node;
    private final Clock clock;

    MachinePart(DataDirectory directory, NodeName node, Clock clock) {
        this.directory = directory;
        this.node = node;
        this.clock = clock;
    }

    private record Machine(
            String version,
            Instant builtAt,
            Instant now,
            Duration uptime,
            String node,
            String java,
            String operatingSystem,
            int processors,
            String timeZone,
            String encoding,
            String dataDirectory,
            Disk disk,
            Memory memory) {}

    private record Disk(String kind, long total, long free) {}

    private record Memory(long heapUsed, long heapMost, long otherUsed) {}

    @Override
    public String file() {
        return "machine.json";
    }

    @Override
    public void write(Writer out) throws IOException {
        FileStore disk = Files.getFileStore(directory.path());
        ProgramVersion version = ProgramVersion.ofThisProgram();
        MemoryUsage heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
        MemoryUsage other = ManagementFactory.getMemoryMXBean().getNonHeapMemoryUsage();
        Json.write(
                new Machine(
                        version.number(),
                        version.builtAt(),
                        clock.instant(),
                        Duration.ofMillis(ManagementFactory.getRuntimeMXBean().getUptime()),
                        node.value(),
                        System.getProperty("java.vm.name") + " " + Runtime.version(),
                        System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                                + System.getProperty("os.arch"),
                        Runtime.getRuntime().availableProcessors(),
                        ZoneId.systemDefault().getId(),
                        System.getProperty("native.encoding"),
                        directory.path().toString(),
                        new Disk(disk.type(), disk.getTotalSpace(), disk.getUsableSpace()),
                        new Memory(heap.getUsed(), heap.getMax(), other.getUsed())),
                out);
    }
}
