/**
 * When people were here: a visit ends after half an hour without a page being opened, and the first page tells what changed since
 * the one before.
 */
@ApplicationModule(allowedDependencies = {"components", "language", "people", "people :: ui", "site"})
package org.relais.visits;

import org.springframework.modulith.ApplicationModule;
