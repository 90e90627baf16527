package org.relais.run.ui;

import java.util.Optional;
import org.relais.run.Run;
import org.relais.run.Runs;

/** The run that an address names by its number. */
public final class AddressedRun {

    private AddressedRun() {}

    /** The run with this number; empty where the text is no number, or there is no such run. */
    public static Optional<Run> find(Runs runs, String number) {
        try {
            return runs.find(Long.parseLong(number));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
