/**
 * Looking into: records that could not be integrated and why, changes that cannot be sent, and what waits to be sent to whom.
 * The data are the room {@code record}'s.
 *
 * <p>These pages are needed by few on most days, so the Synchronisation page leads to them and the drawer does not. Failed are
 * those that need somebody, the same that programs and monitoring are told; the list, which also has those that get there by
 * themselves, says how many there are of each.
 *
 * <p>The export for the support team is JSON Lines with the record as a text in it, exactly as it came: broken records are no
 * JSON. Rows are read a few hundred at a time in the order of the primary key, and no connection is held while the receiver is
 * slow. What is integrated while it is written may be missing in it. Its name has nothing of any record.
 */
@ApplicationModule(
        allowedDependencies = {
            "catalogue",
            "components",
            "language",
            "people",
            "record",
            "run",
            "run :: ui",
            "sync",
            "sync :: ui",
            "vocabulary"
        })
package org.relais.inspection;

import org.springframework.modulith.ApplicationModule;
