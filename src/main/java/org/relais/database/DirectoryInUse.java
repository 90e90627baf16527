package org.relais.database;

import java.nio.file.Path;
import org.relais.startup.StartFailure;

/** Another running process has the embedded database's directory. */
public final class DirectoryInUse extends StartFailure {

    DirectoryInUse(Path directory) {
        super("The database in " + directory
                + " is in use by another running process: stop it, or choose another relais.data.directory");
    }
}
