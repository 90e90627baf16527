package org.relais.run;

/** The run was told to end; {@link RunControl#end()} says why. */
public final class RunStopped extends RuntimeException {

    /** For whoever notices it while it waits for something else than a server. */
    public RunStopped() {
        super("The run was told to end", null, false, false);
    }
}
