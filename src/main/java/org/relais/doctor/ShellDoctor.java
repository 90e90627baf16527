package org.relais.doctor;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.relais.central.CentralServers;
import org.relais.database.RunningDatabase;
import org.springframework.core.env.Environment;

/** Examines a site from its machine's shell, whether it runs or not; starts nothing. */
public final class ShellDoctor {

    /** Longer than the doctor waits for anything. */
    private static final Duration IDLE = Duration.ofSeconds(10);

    private ShellDoctor() {}

    /**
     * Examines everything; takes ten seconds at most.
     *
     * @param settings as the server has them
     * @return all findings, in the order of {@link CheckName}
     * @throws IOException when the site's files may not be read by this user
     */
    public static List<Finding> examine(Environment settings, Clock clock) throws IOException {
        Installation installation = new ShellInstallation(
                settings,
                RunningDatabase.of(settings).map(RunningDatabase::connections).orElse(null));
        try (CentralServers servers = new CentralServers(IDLE)) {
            return new Examination(Checks.of(installation, servers, clock), Examination.LIMIT).run(finding -> {});
        }
    }
}
