/**
 * Where records are kept. What arrives waits in the inbox until the Integrator takes it into the record store; what is changed
 * here goes into the store and the outbox at once, through one door.
 *
 * <p>The inbox is kept in the order of type, id and number, and has no other index: everything that integrates finds its rows
 * by it, and a row is written and removed once. With the number of arrival as its key and an index beside it, integrating cost
 * the database two thirds more. The price: a row cannot be found by its number alone. Who has to, names type and id too, or
 * reads the inbox through.
 *
 * <p>A page is written while the rest of it is read, by a thread of its own, one batch at a time, so memory stays bounded and
 * the transaction still holds the whole page with its cursor. The next page is not asked for before this one is committed: for
 * the queue of the mSupply central server it cannot be, as what was not acknowledged comes again.
 */
@ApplicationModule(allowedDependencies = {"catalogue", "vocabulary"})
package org.relais.record;

import org.springframework.modulith.ApplicationModule;
