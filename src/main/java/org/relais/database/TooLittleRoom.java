package org.relais.database;

import java.nio.file.Path;
import org.relais.startup.StartFailure;
import org.springframework.util.unit.DataSize;

/** A new database does not fit on the disk. */
public final class TooLittleRoom extends StartFailure {

    private final DataSize needed;
    private final DataSize free;

    TooLittleRoom(Path directory, DataSize needed, DataSize free) {
        super("The disk of " + directory + " has too little room: a new database needs " + needed.toMegabytes()
                + " MB, and " + free.toMegabytes()
                + " MB are free. Free space, or choose another relais.data.directory");
        this.needed = needed;
        this.free = free;
    }

    /** What it needs. */
    public DataSize needed() {
        return needed;
    }

    /** What there is. */
    public DataSize free() {
        return free;
    }
}
