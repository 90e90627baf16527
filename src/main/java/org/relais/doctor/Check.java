package org.relais.doctor;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** One thing that is examined. It asks in {@link #examine()}, on a thread of its own, and judges in a method that asks nobody. */
interface Check {

    CheckName name();

    /** What has to work before this is worth trying. */
    default List<CheckName> needs() {
        return List.of();
    }

    /** How long it may take; then it is interrupted, and {@link #late()} is what came of it. */
    default Duration limit() {
        return Duration.ofSeconds(4);
    }

    /**
     * Asks and judges.
     *
     * @throws IOException when it could not be found out
     */
    Finding examine() throws IOException, InterruptedException;

    /** What it means when it took longer than the limit. */
    default Finding late() {
        return new Finding.Unknown(name(), Words.advise("late", limit()));
    }

    default Finding well(String key, Object... facts) {
        return new Finding.Well(name(), Words.say(key, facts));
    }

    default Finding lookAtIt(String key, Object... facts) {
        return new Finding.LookAtIt(name(), Words.advise(key, facts));
    }

    default Finding broken(String key, Object... facts) {
        return new Finding.Broken(name(), Words.advise(key, facts));
    }

    default Finding unknown(String key, Object... facts) {
        return new Finding.Unknown(name(), Words.advise(key, facts));
    }
}
