/**
 * Looking back: the runs that are kept, one by one and summed up by day, and for how long they are kept. The room {@code run}
 * writes them; this one reads what it wrote and lets go of what is old.
 */
@ApplicationModule(
        allowedDependencies = {
            "components",
            "language",
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
