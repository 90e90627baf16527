package org.relais.people;

import java.util.Arrays;
import java.util.Optional;

/**
 * What a person may do here. The numbers are those of the mSupply central server's permission list (protocol.md,
 * section 13): the n-th entry, counted from 1, of a user's permissions in a store.
 */
public enum Permission {
    /** Add, change and delete locations. */
    MANAGE_LOCATIONS(84),
    /** Open the settings. */
    ADMINISTER_SERVER(157),
    /** See sensors and their temperatures. */
    VIEW_SENSORS(175),
    /** Say at which location a sensor is. */
    EDIT_SENSOR_LOCATION(176),
    /** Send temperatures from a phone. */
    SEND_TEMPERATURES(201);

    private final int number;

    Permission(int number) {
        this.number = number;
    }

    /** Its number in the mSupply central server's list, from 1. */
    public int number() {
        return number;
    }

    /** The permission with that number, or empty for one that means nothing here. */
    public static Optional<Permission> numbered(int number) {
        return Arrays.stream(values())
                .filter(permission -> permission.number == number)
                .findFirst();
    }
}
