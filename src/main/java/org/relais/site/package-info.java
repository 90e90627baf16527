/**
 * Who this site is: the central server it belongs to, its credentials and identity there, how far its first synchronisation
 * is, and the addresses under which phones reach it.
 *
 * <p>The hardware id stands in a file of the data directory and, from the set-up on, in the site's row, which is what is sent:
 * an emptied database finds it in the file, a second process finds it in the database. A file with other content stops the
 * start, since the central server would refuse a made-up id.
 *
 * <p>The uuid guards against mixing two sites' records. It is binding from the moment when the first synchronisation was
 * prepared, before which no record is here: whoever typed the neighbouring site's name can correct it until then (the central
 * server remembers this machine's hardware id for the wrong site too; its administrator clears it there). Whoever learns the
 * uuid of a site that had none yet locks the site's row for it, so of two that come at once with different sites the second is
 * refused. A run keeps the address and the credentials with which it began, so one whose password was just replaced may still
 * fail; the next one uses new ones.
 *
 * <p>Both protocols send the SHA-256 of the site's password as if it were the password, so the database holds it sealed
 * (AES-256, GCM) with a key that stands in {@code secret.key} of the data directory: a copy of the database alone gives nobody
 * the site. A key that does not open it stops the start with a line that says what to do; the password given anew in the
 * configuration is sealed with the present key. A second process on the same database needs a copy of it.
 */
@ApplicationModule(allowedDependencies = {"central", "database", "record", "settings", "startup", "vocabulary"})
package org.relais.site;

import org.springframework.modulith.ApplicationModule;
