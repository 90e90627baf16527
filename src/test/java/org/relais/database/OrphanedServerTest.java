package org.relais.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

class OrphanedServerTest {

    private static final DataSize ANY = DataSize.ofMegabytes(1);

    /** Windows tells no arguments of a process. */
    @Test
    void aServerIsKnownAgainByTheMomentOfItsStart(@TempDir Path home) throws Exception {
        ServerCommand command = new ServerCommand(home, 1, new MemorySettings(ANY, ANY, ANY), "secret", List.of());
        ProcessHandle self = ProcessHandle.current();

        OrphanedServer.remember(command, self);

        String started = Files.readString(command.startFile());
        assertThat(OrphanedServer.isTheOneThat(started, self)).isTrue();
        assertThat(OrphanedServer.isTheOneThat(self.pid() + " 2020-01-01T00:00:00Z", self))
                .isFalse();
        assertThat(OrphanedServer.isTheOneThat("", self)).isFalse();
    }
}
