/**
 * Looking back: the runs that are kept, one by one and summed up by day, and for how long they are kept. The room {@code run}
 * writes them; this one reads what it wrote and lets go of what is old.
 *
 * <p>Old runs are let go of once a day by a Quartz job of its own, at an hour that is quiet, whether the schedule of runs is
 * on or off; servers of facilities are often off at night, so a missed hour is made up for once, at the next start. The run
 * that goes on, the last one that ended and the last success stay, for the status speaks of them. The ids are read first and
 * deleted then, so that no lock is held on the run that is being written. The trigger is not replaced at a start, as it would
 * forget that its hour was missed.
 */
@ApplicationModule(
        allowedDependencies = {
            "components",
            "language",
            "people",
            "record",
            "run",
            "run :: ui",
            "settings",
            "site",
            "startup",
            "sync",
            "sync :: ui"
        })
package org.relais.history;

import org.springframework.modulith.ApplicationModule;
