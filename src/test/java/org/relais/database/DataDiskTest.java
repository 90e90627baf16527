package org.relais.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.relais.testing.SmallDisk;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.util.unit.DataSize;

class DataDiskTest {

    @Test
    void aDiskWithRoomIsFine(@TempDir Path directory) {
        DataDisk disk = new DataDisk(directory);

        assertThat(disk.condition()).isEqualTo(DataDisk.Condition.FINE);
        assertThat(disk.free()).isPositive().isLessThanOrEqualTo(disk.total());
    }

    @Test
    void aDirectoryThatIsGoneCannotBeWrittenTo(@TempDir Path directory) {
        assertThat(new DataDisk(directory.resolve("unmounted")).condition()).isEqualTo(DataDisk.Condition.NOT_WRITABLE);
    }

    @Test
    void aFullDiskAndAReadOnlyOneAreToldApart() throws Exception {
        try (SmallDisk small = SmallDisk.of(DataSize.ofMegabytes(32))) {
            DataDisk disk = new DataDisk(small.path());
            assertThat(disk.condition()).isEqualTo(DataDisk.Condition.FINE);

            small.fill();
            assertThat(disk.condition()).isEqualTo(DataDisk.Condition.FULL);

            small.makeReadOnly();
            assertThat(disk.condition()).isEqualTo(DataDisk.Condition.NOT_WRITABLE);

            small.makeWritable();
            small.empty();
            assertThat(disk.condition()).isEqualTo(DataDisk.Condition.FINE);
        }
    }

    @Test
    void whatTheSystemSaysOfAFullDiskIsRecognised() throws Exception {
        try (SmallDisk small = SmallDisk.of(DataSize.ofMegabytes(4))) {
            small.fill();
            Throwable full = new AssertionError("the disk took it");
            try {
                Files.write(small.path().resolve("more"), new byte[100_000]);
            } catch (IOException e) {
                full = e;
            }
            assertThat(DataDisk.saysFull(new IllegalStateException(full))).isTrue();
        }
    }

    @Test
    void whatMariaDbSaysOfAFullDiskIsRecognised() {
        SQLException tableFull = new SQLException("The table 'content' is full", "HY000", 1114);
        SQLException write =
                new SQLException("Error writing file '/tmp/x' (errno: 28 \"No space left on device\")", "HY000", 3);
        SQLException grammar = new SQLException("You have an error in your SQL syntax", "42000", 1064);

        assertThat(DataDisk.saysFull(new DataAccessResourceFailureException("batch", tableFull)))
                .isTrue();
        assertThat(DataDisk.saysFull(write)).isTrue();
        assertThat(DataDisk.saysFull(grammar)).isFalse();
        assertThat(DataDisk.saysFull(null)).isFalse();
    }
}
