/** Words, small rules and a clockwork that every room shares. */
@ApplicationModule(allowedDependencies = {})
package org.relais.vocabulary;

import org.springframework.modulith.ApplicationModule;
