package org.relais.doctor;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import org.relais.backup.Backups;
import org.relais.central.CentralServers;
import org.relais.database.DataDirectory;
import org.relais.database.DatabaseWatch;
import org.relais.site.ServerAddress;
import org.relais.site.Site;
import org.springframework.stereotype.Component;

/** Examines this site from within its server. */
@Component
public class Doctor {

    private final Site site;
    private final CentralServers servers;
    private final DataDirectory directory;
    private final DatabaseWatch database;
    private final Backups backups;
    private final ServerAddress phones;
    private final Clock clock;

    Doctor(
            Site site,
            CentralServers servers,
            DataDirectory directory,
            DatabaseWatch database,
            Backups backups,
            ServerAddress phones,
            Clock clock) {
        this.site = site;
        this.servers = servers;
        this.directory = directory;
        this.database = database;
        this.backups = backups;
        this.phones = phones;
        this.clock = clock;
    }

    /**
     * Examines everything; takes ten seconds at most.
     *
     * @param typed the central server's address as somebody is typing it, which counts before the one that is kept; blank for that one
     * @param browserOrigin where the person's browser found this server, or null
     * @param tell is told each finding when it is there, by several threads
     * @return all findings, in the order of {@link CheckName}
     */
    public List<Finding> examine(String typed, URI browserOrigin, Consumer<Finding> tell) {
        Installation installation =
                new ServerInstallation(site, directory, database, backups, phones, typed, browserOrigin);
        return new Examination(Checks.of(installation, servers, clock), Examination.LIMIT).run(tell);
    }
}
