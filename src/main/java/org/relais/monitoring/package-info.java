/**
 * What monitoring gets to know: the health of synchronisation, and measurements of runs, records and calls.
 *
 * <p>The rooms that do the work do not know how they are measured: they tell what happened, each thing once on however many
 * processes, and this room makes meters of it. What a failed batch brought is not counted; what is fetched again is counted
 * again, as it was transferred again. Outcomes and steps are there with zero from the start.
 */
@ApplicationModule(
        allowedDependencies = {
            "backup",
            "catalogue",
            "central",
            "coldchain",
            "database",
            "doors",
            "people",
            "record",
            "run",
            "site",
            "sync",
            "vocabulary"
        })
package org.relais.monitoring;

import org.springframework.modulith.ApplicationModule;
