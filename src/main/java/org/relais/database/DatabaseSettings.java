package org.relais.database;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The settings {@code relais.database.*}: what the embedded server may use. An external server has its own.
 *
 * @param bufferPool null: an eighth of the machine's memory, 64 MB to 512 MB
 * @param redoLog see {@link MemorySettings#redoLog()}
 * @param maxAllowedPacket see {@link MemorySettings#maxAllowedPacket()}
 */
@ConfigurationProperties("relais.database")
record DatabaseSettings(
        @Nullable DataSize bufferPool,
        @DefaultValue("256MB") DataSize redoLog,
        @DefaultValue("128MB") DataSize maxAllowedPacket) {

    MemorySettings memory() {
        DataSize pool = bufferPool == null ? MemorySettings.bufferPoolOfThisMachine() : bufferPool;
        return new MemorySettings(pool, redoLog, maxAllowedPacket);
    }
}
