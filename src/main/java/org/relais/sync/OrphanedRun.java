package org.relais.sync;

import org.relais.run.Runs;
import org.springframework.stereotype.Component;

/** A run whose process is gone, stands still, or could not write down its end: it would keep others from starting. */
@Component
class OrphanedRun {

    private final Runs runs;
    private final Recovery recovery;
    private final StrandedConnections stranded;
    private final RunLocks locks;

    OrphanedRun(Runs runs, Recovery recovery, StrandedConnections stranded, RunLocks locks) {
        this.runs = runs;
        this.recovery = recovery;
        this.stranded = stranded;
        this.locks = locks;
    }

    /**
     * Closes it as interrupted, if there is one; a run that its process still holds is left alone.
     *
     * @return whether one was closed
     */
    boolean close() {
        return runs.unfinished()
                .filter(Runs.Unfinished::begun)
                .filter(run -> locks.isFree())
                .filter(run -> close(run.id()))
                .isPresent();
    }

    /** The same for who has the right to run, and so knows that nobody else has it. */
    boolean closeAsHolder() {
        return runs.unfinished()
                .filter(Runs.Unfinished::begun)
                .filter(run -> close(run.id()))
                .isPresent();
    }

    private boolean close(long run) {
        stranded.end();
        return runs.close(run, recovery.wordsOnClosing());
    }
}
