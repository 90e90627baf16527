package org.relais.doctor;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** This machine's clock beside the central server's. */
record ClockCheck(Line line) implements Check {

    /** A server tells whole seconds, and its answer may have been on its way for some. */
    private static final Duration NEAR = Duration.ofSeconds(30);

    private static final Duration FAR = Duration.ofMinutes(5);

    @Override
    public CheckName name() {
        return CheckName.CLOCK;
    }

    @Override
    public List<CheckName> needs() {
        return List.of(CheckName.ANSWER);
    }

    @Override
    public Finding examine() throws IOException, InterruptedException {
        return judge(line.greeting().ahead().orElse(null));
    }

    /** @param ahead how far this machine's clock is ahead, negative when behind; null when the server told no time */
    Finding judge(Duration ahead) {
        if (ahead == null) {
            return unknown("clock.untold");
        }
        Duration off = ahead.abs();
        if (off.compareTo(NEAR) <= 0) {
            return well("clock.right");
        }
        String key = ahead.isNegative() ? "clock.behind" : "clock.ahead";
        return off.compareTo(FAR) <= 0 ? lookAtIt(key, off) : broken(key, off);
    }
}
