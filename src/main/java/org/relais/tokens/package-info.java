/** The tokens that programs show instead of a name and a password: made and revoked by administrators. */
@ApplicationModule(allowedDependencies = {"components", "doors", "language", "people", "vocabulary"})
package org.relais.tokens;

import org.springframework.modulith.ApplicationModule;
