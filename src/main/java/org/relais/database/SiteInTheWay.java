package org.relais.database;

import java.nio.file.Path;
import org.relais.startup.StartFailure;

/** A restore was to be made where a site is already. */
public final class SiteInTheWay extends StartFailure {

    private final String found;

    SiteInTheWay(Path directory, String found) {
        super("There is a site in " + directory + " already (" + found
                + "), and a restore would overwrite it: name an empty relais.data.directory, or put this one aside");
        this.found = found;
    }

    /** What of the site is there, by its name in the data directory. */
    public String found() {
        return found;
    }
}
