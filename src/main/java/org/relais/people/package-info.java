/** Who somebody is and may do: accounts, the network's word on them, permissions. */
@ApplicationModule(allowedDependencies = {"catalogue", "central", "record", "site", "startup"})
package org.relais.people;

import org.springframework.modulith.ApplicationModule;
