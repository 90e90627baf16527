package org.relais.doctor;

import java.time.Clock;
import java.time.Instant;
import org.relais.backup.BackupAttempt;
import org.relais.backup.BackupStanding;

/** How old the newest backup is that was restored and compared. */
record BackupCheck(Installation installation, Clock clock) implements Check {

    @Override
    public CheckName name() {
        return CheckName.BACKUP;
    }

    @Override
    public Finding examine() {
        return installation
                .backups()
                .map(standing -> judge(standing, clock.instant()))
                .orElseGet(() -> unknown("backup.unseen"));
    }

    Finding judge(BackupStanding standing, Instant now) {
        BackupAttempt proven = standing.lastProven();
        return switch (standing.word(now)) {
            case NONE -> lookAtIt("backup.none");
            case GOOD -> well("backup.good", proven.provenAt());
            case LATE -> proven == null ? lookAtIt("backup.none") : broken("backup.late", proven.provenAt());
            case UNPROVEN -> lookAtIt("backup.unproven");
            case FAILED -> broken("backup.failed");
        };
    }
}
