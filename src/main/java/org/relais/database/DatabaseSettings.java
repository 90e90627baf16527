package org.relais.database;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.env.Environment;
import org.springframework.util.unit.DataSize;

/**
 * The settings {@code relais.database.*}: what the embedded server may use. An external server has its own.
 *
 * @param bufferPool null: an eighth of the machine's memory, 64 MB to 512 MB
 * @param redoLog see {@link MemorySettings#redoLog()}
 * @param maxAllowedPacket see {@link MemorySettings#maxAllowedPacket()}
 * @param programs where MariaDB's programs are, or are unpacked to where the artifact has them; null: beside the data
 */
@ConfigurationProperties("relais.database")
public record DatabaseSettings(
        @Nullable DataSize bufferPool,
        @DefaultValue("256MB") DataSize redoLog,
        @DefaultValue("128MB") DataSize maxAllowedPacket,
        @Nullable Path programs) {

    /** Where the programs of the server in that data directory belong. */
    public Path programsFor(DataDirectory directory) {
        return programs == null ? directory.file("mariadb").resolve("binaries") : programs;
    }

    /** Those that a process is given that puts no application together. */
    public static DatabaseSettings of(Environment environment) {
        return Binder.get(environment).bindOrCreate("relais.database", DatabaseSettings.class);
    }

    MemorySettings memory() {
        DataSize pool = bufferPool == null ? MemorySettings.bufferPoolOfThisMachine() : bufferPool;
        return new MemorySettings(pool, redoLog, maxAllowedPacket);
    }
}
