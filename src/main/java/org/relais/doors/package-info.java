/** How one comes in: the doors that rooms open for programs, signing in, refusals, slowing down. */
@ApplicationModule(allowedDependencies = {"database", "language", "people", "site", "vocabulary"})
package org.relais.doors;

import org.springframework.modulith.ApplicationModule;
