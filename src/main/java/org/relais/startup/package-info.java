/** What stops a start, told to a person in one line: no stack traces for a wrong setting. */
@ApplicationModule(allowedDependencies = {})
package org.relais.startup;

import org.springframework.modulith.ApplicationModule;
