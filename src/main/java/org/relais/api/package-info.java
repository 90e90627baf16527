/** The HTTP interface for programs: {@code /api/v1}, and the page that describes it. */
@ApplicationModule(
        allowedDependencies = {"catalogue", "central", "language", "record", "run", "site", "support", "sync", "tokens"
        })
package org.relais.api;

import org.springframework.modulith.ApplicationModule;
