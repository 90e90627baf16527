package org.relais.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MariaDbBinariesTest {

    @Test
    void unpacksAgainWhatIsGone(@TempDir Path directory) throws Exception {
        Path server = MariaDbBinaries.unpackedIn(directory).server();
        long size = Files.size(server);
        Files.delete(server);

        MariaDbBinaries.unpackedIn(directory);

        assertThat(server).isExecutable().hasSize(size);
    }

    @Test
    void leavesACompleteCopyAlone(@TempDir Path directory) throws Exception {
        Path server = MariaDbBinaries.unpackedIn(directory).server();
        var unpackedAt = Files.getLastModifiedTime(server);

        MariaDbBinaries.unpackedIn(directory);

        assertThat(Files.getLastModifiedTime(server)).isEqualTo(unpackedAt);
    }
}
