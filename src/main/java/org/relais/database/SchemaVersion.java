package org.relais.database;

import java.util.Arrays;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.MigrationVersion;
import org.relais.startup.StartFailure;

/** Looks, before anything is written, whether the database's tables are ones that this version of the program knows. */
final class SchemaVersion {

    private final Flyway flyway;

    SchemaVersion(Flyway flyway) {
        this.flyway = flyway;
    }

    /**
     * Only reads.
     *
     * @throws StartFailure when a newer version of the program has been here, or an upgrade broke off
     */
    void refuseWhatIsNotKnown() {
        MigrationInfo[] applied = flyway.info().applied();
        unknown(applied).ifPresent(version -> {
            throw new StartFailure("The database was made by a newer version of Relais (its tables have version "
                    + version + "): install that version, or restore the backup from before");
        });
        failed(applied).ifPresent(version -> {
            throw new StartFailure("The upgrade of the database to version " + version
                    + " broke off: restore the backup from before, and start again");
        });
    }

    private static Optional<MigrationVersion> unknown(MigrationInfo... applied) {
        return Arrays.stream(applied)
                .filter(each -> each.getVersion() != null)
                .filter(each -> !each.getState().isResolved())
                .map(MigrationInfo::getVersion)
                .max(MigrationVersion::compareTo);
    }

    private static Optional<MigrationVersion> failed(MigrationInfo... applied) {
        return Arrays.stream(applied)
                .filter(each -> each.getState() == MigrationState.FAILED)
                .map(MigrationInfo::getVersion)
                .findFirst();
    }
}
