package org.relais.doctor;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.relais.backup.BackupStanding;
import org.relais.central.SiteCredentials;
import org.relais.database.DatabaseCondition;

/** The site that is examined, as it is known where the doctor is asked. */
interface Installation {

    /** The mSupply central server; empty where none is known. */
    Optional<URI> address();

    /** What the site shows at that address; empty where it is not known. */
    Optional<SiteCredentials> credentials();

    /** Where the data are; null when that directory does not exist. */
    Path directory();

    /** Whether this process is the one that writes there. */
    boolean writes();

    /** How the database is; empty when nobody runs it. */
    Optional<DatabaseCondition> database();

    /** How things stand with backups; empty where it is not known. */
    Optional<BackupStanding> backups();

    /** The addresses that phones are given, the best first; none when phones cannot reach this machine. */
    List<URI> phoneAddresses();

    /** Whether the server listens on this machine's own address alone. */
    boolean onlyThisMachine();
}
