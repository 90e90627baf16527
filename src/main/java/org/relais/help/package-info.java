/** Help for the people at this site, and their way to those who look after the network. */
@ApplicationModule(
        allowedDependencies = {
            "catalogue",
            "central",
            "components",
            "language",
            "people",
            "people :: ui",
            "record",
            "run",
            "site",
            "sync :: ui",
            "vocabulary"
        })
package org.relais.help;

import org.springframework.modulith.ApplicationModule;
