package org.relais.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RetentionTest {

    /** A Sunday. */
    private static final Instant LAST_NIGHT = Instant.parse("2026-11-29T02:00:00Z");

    @Test
    void sevenDaysAndFourWeeksAreKept() {
        List<BackupFile> nights = IntStream.range(0, 60)
                .mapToObj(days -> file(LAST_NIGHT.minus(days, ChronoUnit.DAYS)))
                .toList();

        List<BackupFile> kept = kept(nights, 7, 4);

        assertThat(kept).hasSize(10);
        assertThat(kept.subList(0, 7)).isEqualTo(nights.subList(0, 7));
        assertThat(kept.subList(7, 10))
                .extracting(BackupFile::moment)
                .containsExactly(
                        Instant.parse("2026-11-22T02:00:00Z"),
                        Instant.parse("2026-11-15T02:00:00Z"),
                        Instant.parse("2026-11-08T02:00:00Z"));
    }

    @Test
    void ofOneDayTheNewestIsKept() {
        List<BackupFile> files = Stream.of(0, 1, 2)
                .map(hours -> file(LAST_NIGHT.plus(hours, ChronoUnit.HOURS)))
                .toList();

        assertThat(kept(files, 7, 0)).containsExactly(files.getLast());
    }

    /** A server that was off for months loses none of what it has. */
    @Test
    void daysAndWeeksWithoutABackupDoNotCount() {
        List<BackupFile> files = Stream.of(0, 40, 80, 120, 160)
                .map(days -> file(LAST_NIGHT.minus(days, ChronoUnit.DAYS)))
                .toList();

        assertThat(kept(files, 1, 4)).isEqualTo(files.subList(0, 4));
    }

    private static List<BackupFile> kept(List<BackupFile> files, int daily, int weekly) {
        BackupPlan plan = new BackupPlan(LocalTime.of(2, 0), Path.of("/backups"), daily, weekly);
        List<BackupFile> gone = new Retention(plan, ZoneOffset.UTC).superfluous(files);
        return files.stream().filter(file -> !gone.contains(file)).toList();
    }

    private static BackupFile file(Instant moment) {
        return new BackupFile(BackupName.of(moment), moment, 1, null);
    }
}
