package org.relais.database;

import java.lang.management.ManagementFactory;
import org.springframework.util.unit.DataSize;

/**
 * How much memory and log the embedded server gets.
 *
 * @param bufferPool cache of table pages; touched only as far as it is used
 * @param redoLog size of the write-ahead log on disk: the larger, the fewer checkpoints while many records are written, and
 *     the longer the recovery after a crash
 * @param maxAllowedPacket the largest statement or row; a record must fit in it whole
 */
record MemorySettings(DataSize bufferPool, DataSize redoLog, DataSize maxAllowedPacket) {

    /** For a server beside the site's own. */
    static final MemorySettings SMALL =
            new MemorySettings(DataSize.ofMegabytes(64), DataSize.ofMegabytes(96), DataSize.ofMegabytes(256));

    private static final DataSize SMALLEST_POOL = DataSize.ofMegabytes(64);
    private static final DataSize LARGEST_POOL = DataSize.ofMegabytes(512);
    private static final int SHARE_OF_MACHINE = 8;

    /** An eighth of the machine's memory, 64 MB at least, 512 MB at most. */
    static DataSize bufferPoolOfThisMachine() {
        long share = machineMemory() / SHARE_OF_MACHINE;
        long mebibytes = DataSize.ofBytes(share).toMegabytes();
        return DataSize.ofMegabytes(Math.clamp(mebibytes, SMALLEST_POOL.toMegabytes(), LARGEST_POOL.toMegabytes()));
    }

    private static long machineMemory() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean machine
                ? machine.getTotalMemorySize()
                : SMALLEST_POOL.toBytes();
    }
}
