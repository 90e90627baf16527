package org.relais.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.IsoFields;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Which backups are kept: the newest of each of the last days that have one, and of each of the last weeks. */
final class Retention {

    private final BackupPlan plan;
    private final ZoneId zone;

    /** @param zone in which a day begins at midnight */
    Retention(BackupPlan plan, ZoneId zone) {
        this.plan = plan;
        this.zone = zone;
    }

    /** Those of some backups that are not kept. */
    List<BackupFile> superfluous(List<BackupFile> files) {
        List<BackupFile> newestFirst = files.stream()
                .sorted((one, other) -> other.moment().compareTo(one.moment()))
                .toList();
        Set<BackupFile> kept = new HashSet<>();
        keepNewestOf(newestFirst, this::day, plan.daily(), kept);
        keepNewestOf(newestFirst, this::week, plan.weekly(), kept);
        return newestFirst.stream().filter(file -> !kept.contains(file)).toList();
    }

    /** Deletes them. */
    void thin(List<BackupFile> files) throws IOException {
        for (BackupFile file : superfluous(files)) {
            Path path = plan.folder().resolve(file.name());
            Files.deleteIfExists(path);
        }
    }

    private static void keepNewestOf(
            List<BackupFile> newestFirst, Function<Instant, ?> period, int periods, Set<BackupFile> kept) {
        Set<Object> seen = new HashSet<>();
        for (BackupFile file : newestFirst) {
            if (seen.add(period.apply(file.moment()))) {
                if (seen.size() > periods) {
                    return;
                }
                kept.add(file);
            }
        }
    }

    private LocalDate day(Instant moment) {
        return moment.atZone(zone).toLocalDate();
    }

    private String week(Instant moment) {
        LocalDate day = day(moment);
        return day.get(IsoFields.WEEK_BASED_YEAR) + "-" + day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
    }
}
