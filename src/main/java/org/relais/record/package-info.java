/**
 * Where records are kept. What arrives waits in the inbox until the Integrator takes it into the record store; what is changed
 * here goes into the store and the outbox at once, through one door.
 */
@ApplicationModule(allowedDependencies = {"catalogue", "vocabulary"})
package org.relais.record;

import org.springframework.modulith.ApplicationModule;
