/**
 * Looking into: records that could not be integrated and why, changes that cannot be sent, and what waits to be sent to whom.
 * The data are the room {@code record}'s.
 */
@ApplicationModule(
        allowedDependencies = {"catalogue", "components", "language", "people", "record", "run", "sync", "sync :: ui"})
package org.relais.inspection;

import org.springframework.modulith.ApplicationModule;
