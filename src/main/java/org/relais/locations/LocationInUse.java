package org.relais.locations;

/** A location was not deleted because other records refer to it. */
public class LocationInUse extends RuntimeException {

    private final String table;

    LocationInUse(String id, String table) {
        super("Location " + id + " is referred to by records of " + table);
        this.table = table;
    }

    /** A table whose records refer to it; there may be others. */
    public String table() {
        return table;
    }
}
