/** The places of a store where stock is kept: shelves, fridges, cold rooms. */
@ApplicationModule(
        allowedDependencies = {
            "catalogue",
            "components",
            "people",
            "people :: ui",
            "record",
            "run",
            "site",
            "sync",
            "sync :: ui",
            "vocabulary"
        })
package org.relais.locations;

import org.springframework.modulith.ApplicationModule;
