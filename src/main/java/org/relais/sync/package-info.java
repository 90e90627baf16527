/**
 * Who asks for runs, when they take place, and what everybody sees of them. Other rooms see
 * {@link org.relais.sync.Synchroniser} and the immutable {@link org.relais.sync.SyncStatus} that is published at each change.
 */
@ApplicationModule(
        allowedDependencies = {
            "central",
            "components",
            "database",
            "doors",
            "exchange",
            "language",
            "people",
            "record",
            "run",
            "run :: ui",
            "settings",
            "site",
            "startup",
            "vocabulary"
        })
package org.relais.sync;

import org.springframework.modulith.ApplicationModule;
