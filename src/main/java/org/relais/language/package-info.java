/**
 * The words of the pages in every language: translations, plurals, dates, durations, the texts of failures, and the
 * choice of the language itself. It stands below all views and knows none of them.
 */
@ApplicationModule(allowedDependencies = {"catalogue", "central", "components", "record"})
package org.relais.language;

import org.springframework.modulith.ApplicationModule;
