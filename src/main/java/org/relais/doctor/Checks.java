package org.relais.doctor;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.relais.central.CentralServers;
import org.relais.central.SiteCredentials;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All checks there are, for one examination. */
final class Checks {

    private static final Logger log = LoggerFactory.getLogger(Checks.class);

    private Checks() {}

    /** In the order of {@link CheckName}. */
    static List<Check> of(Installation installation, CentralServers servers, Clock clock) {
        Line line = null;
        Optional<SiteCredentials> credentials = Optional.empty();
        try {
            line = installation
                    .address()
                    .map(address -> new Line(address, clock))
                    .orElse(null);
            credentials = installation.credentials();
        } catch (RuntimeException databaseAway) {
            // That it is away is a finding of its own; without it nobody knows the central server.
            log.debug("The site cannot be read", databaseAway);
        }
        Access access = new Access(servers, credentials);
        return List.of(
                new NameCheck(line),
                new TcpCheck(line),
                new CertificateCheck(line, clock),
                new AnswerCheck(line),
                new ClockCheck(line),
                new LegacyCheck(access),
                new OpenCheck(access),
                new SpeedCheck(line, access),
                new DatabaseCheck(installation),
                new DiskCheck(installation),
                new RightsCheck(installation),
                new MemoryCheck(),
                new BackupCheck(installation, clock),
                new PhonesCheck(installation));
    }
}
