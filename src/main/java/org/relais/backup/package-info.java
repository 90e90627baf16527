/**
 * Backups: one file that holds all that a site would lose with its machine, made while it works, proven at once, and restored on
 * another machine.
 *
 * <p>The database is written as rows, table by table, in one transaction that sees one moment: so it is the same with the
 * embedded server and with one of the site's own, needs none of MariaDB's programs, and can be compared. A row is written in the
 * order of its table's key and counts in the table's checksum; who reads the rows of a restored database in that order must come to
 * the same sum. Between two tables the transaction lets go of what it holds of a table's definition, so that starting over waits
 * for one table at most. Nothing that a run does waits for a backup.
 *
 * <p>What a restored site does first is the rooms' {@code sync}, {@code exchange} and {@code record}.
 */
@ApplicationModule(
        allowedDependencies = {
            "administration :: ui",
            "components",
            "database",
            "language",
            "people",
            "settings",
            "site",
            "startup",
            "sync",
            "vocabulary"
        })
package org.relais.backup;

import org.springframework.modulith.ApplicationModule;
