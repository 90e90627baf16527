package org.relais.sync;

import javax.sql.DataSource;
import org.relais.run.Runs;
import org.springframework.stereotype.Component;

/** A run whose process is gone, or could not write down its end: it would keep others from starting. */
@Component
class OrphanedRun {

    private final Runs runs;
    private final DataSource database;

    OrphanedRun(Runs runs, DataSource database) {
        this.runs = runs;
        this.database = database;
    }

    /** Closes it as interrupted, if there is one; a run that its process still holds is left alone. */
    void close() {
        runs.unfinished()
                .filter(Runs.Unfinished::begun)
                .filter(run -> RunLock.isFree(database))
                .ifPresent(run -> runs.closeInterrupted(run.id()));
    }
}
