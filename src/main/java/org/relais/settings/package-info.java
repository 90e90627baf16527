/** What people choose on the pages instead of in the configuration, kept in the database for all processes on it. */
@ApplicationModule(allowedDependencies = {})
package org.relais.settings;

import org.springframework.modulith.ApplicationModule;
