/** What the support team needs from a site, in one file. */
@ApplicationModule(
        allowedDependencies = {
            "catalogue",
            "central",
            "database",
            "language",
            "people",
            "record",
            "run",
            "settings",
            "site",
            "sync",
            "tokens"
        })
package org.relais.support;

import org.springframework.modulith.ApplicationModule;
