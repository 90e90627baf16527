package org.relais.coldchain;

import java.time.Duration;

/**
 * A sensor of a store.
 *
 * @param id its id
 * @param storeId the store that owns what it measures
 * @param name what people call it; its address where nobody gave it a name
 * @param address its serial number or Bluetooth address
 * @param locationId where it stands; null when nobody said
 * @param battery in percent, from 0 to 100; null when the phone cannot tell
 * @param interval between two readings; ten minutes when the phone does not say
 * @param active false for one that was removed on its phone
 * @param version of the stored record, by which a change made meanwhile is noticed
 */
public record Sensor(
        String id,
        String storeId,
        String name,
        String address,
        String locationId,
        Integer battery,
        Duration interval,
        boolean active,
        long version) {

    private static final int LONGEST_SILENCE = 3;

    /** For how long nothing may come before something is wrong with it, its phone or this server. */
    public Duration patience() {
        return interval.multipliedBy(LONGEST_SILENCE);
    }
}
