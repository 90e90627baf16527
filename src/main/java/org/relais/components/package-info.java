/** Small parts that pages of every room are made of, and the mark of those that are open before the set-up. They know no words and no room. */
@ApplicationModule(allowedDependencies = {})
package org.relais.components;

import org.springframework.modulith.ApplicationModule;
