/**
 * Who this site is: the central server it belongs to, its credentials and identity there, how far its first synchronisation
 * is, and the addresses under which phones reach it.
 */
@ApplicationModule(allowedDependencies = {"central", "database", "record", "settings", "startup", "vocabulary"})
package org.relais.site;

import org.springframework.modulith.ApplicationModule;
