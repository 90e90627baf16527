package org.relais.run;

/** The run was told to end; {@link RunControl#end()} says why. */
public final class RunStopped extends RuntimeException {

    RunStopped() {
        super("The run was told to end", null, false, false);
    }
}
