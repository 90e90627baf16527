/**
 * The two central servers as a site sees them: every call of both protocols, and everything that can go wrong with one.
 * It knows no database.
 */
@ApplicationModule(allowedDependencies = {"catalogue", "vocabulary"})
package org.relais.central;

import org.springframework.modulith.ApplicationModule;
