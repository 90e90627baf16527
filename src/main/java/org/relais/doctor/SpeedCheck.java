package org.relais.doctor;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.relais.central.CentralFailure;

/** How fast the line to the central server is: what a round takes, and how much comes through. */
record SpeedCheck(Line line, Access access) implements Check {

    /** Bytes a second: ten thousand records then take half an hour. */
    private static final long SLOW = 5_000;

    private static final Duration FAR = Duration.ofSeconds(1);

    @Override
    public CheckName name() {
        return CheckName.SPEED;
    }

    @Override
    public List<CheckName> needs() {
        return List.of(CheckName.LEGACY);
    }

    @Override
    public Duration limit() {
        return Duration.ofSeconds(5);
    }

    @Override
    public Finding examine() throws IOException {
        Duration round = line.proxy().isPresent() ? null : line.connect();
        try {
            return judge(round, access.measure());
        } catch (CentralFailure failure) {
            return new Finding.Broken(name(), Words.Failed.of(failure));
        }
    }

    /** @param round there and back; null behind a proxy, which answers itself */
    Finding judge(Duration round, Access.Measured measured) {
        Words.Bytes rate = new Words.Bytes(measured.bytesPerSecond());
        boolean slow = rate.number() < SLOW || round != null && round.compareTo(FAR) > 0;
        Words.Bytes moved = new Words.Bytes(measured.bytes());
        if (round == null) {
            return slow ? lookAtIt("speed.slow-proxy", rate, moved) : well("speed.good-proxy", rate, moved);
        }
        return slow
                ? lookAtIt("speed.slow", rate, round.toMillis(), moved)
                : well("speed.good", rate, round.toMillis(), moved);
    }

    @Override
    public Finding late() {
        return lookAtIt("speed.too-slow", limit());
    }
}
