/**
 * The two central servers as a site sees them: every call of both protocols, and everything that can go wrong with one. It
 * knows no database.
 *
 * <p>An Open mSupply central server takes requests of 10 MiB; the mSupply central server's limit is not known, so the same
 * holds for both, by an upper bound of each record's size in the longer of the two forms. A record of more can never be pushed
 * and is told as refused. Waits begin quickly (100 ms, doubling to 2 s), where the original waits a second after every push,
 * and never at once: the server sets its mark only when its background task starts.
 */
@ApplicationModule(allowedDependencies = {"catalogue", "vocabulary"})
package org.relais.central;

import org.springframework.modulith.ApplicationModule;
