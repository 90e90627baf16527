/** How one comes in: chains and filters, sessions, refusals, slowing down. */
@ApplicationModule(allowedDependencies = {"language", "people", "site", "vocabulary"})
package org.relais.doors;

import org.springframework.modulith.ApplicationModule;
