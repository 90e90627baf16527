/** The frame around all pages: the drawer with its entries, the first page, and what the browser gets to know of the look. */
@ApplicationModule(allowedDependencies = {"components", "language", "people", "run", "site", "sync", "sync :: ui"})
package org.relais.shell;

import org.springframework.modulith.ApplicationModule;
