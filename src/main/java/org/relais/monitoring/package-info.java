/** What monitoring gets to know: the health of synchronisation, and measurements of runs, records and calls. */
@ApplicationModule(allowedDependencies = {"catalogue", "central", "record", "run", "site", "sync"})
package org.relais.monitoring;

import org.springframework.modulith.ApplicationModule;
