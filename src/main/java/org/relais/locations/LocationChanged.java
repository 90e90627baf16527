package org.relais.locations;

/** A location was not changed because somebody else changed or deleted it since it was read. */
public class LocationChanged extends RuntimeException {

    LocationChanged(String id) {
        super("Location " + id + " has changed since it was read");
    }
}
