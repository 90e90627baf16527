/** What an administrator does with this site: sets it up, changes its settings, begins anew. */
@ApplicationModule(
        allowedDependencies = {
            "catalogue",
            "central",
            "components",
            "exchange",
            "history",
            "language",
            "people",
            "record",
            "run",
            "run :: ui",
            "settings",
            "site",
            "support :: ui",
            "sync",
            "sync :: ui",
            "tokens :: ui",
            "vocabulary"
        })
package org.relais.administration;

import org.springframework.modulith.ApplicationModule;
