package org.relais.coldchain;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * A sensor's record as a phone makes and changes it. Its place stays, and so does its store, as long as that is one of this site's: a
 * sensor has the same id on every phone, store and site, and two phones in one house may hear the same one. One that was another
 * site's is this store's from now on, without a place.
 */
record SensorEdit(Sent.Sensor sent, String storeId, Set<String> ownStores, Instant now) {

    /** A sensor that says the same every minute is sent on to the central server once in a while only. */
    private static final Duration ALIVE = Duration.ofDays(1);

    private static final int FULL = 100;

    Optional<String> apply(Optional<String> before) {
        RecordText record = new RecordText(before);
        boolean ours = ownStores.contains(record.value("storeID"));
        record.text("ID", sent.id());
        if (record.isNew() || sent.name() != null) {
            record.text("name", sent.name() == null ? serial(record) : sent.name());
        }
        if (record.isNew() || sent.serial() != null) {
            record.text("macAddress", SensorSerial.kept(serial(record)));
        }
        if (!ours) {
            record.text("locationID", "");
            record.text("storeID", storeId);
        }
        if (sent.battery() != null) {
            record.number("batteryLevel", Math.clamp(sent.battery(), 0, FULL));
        }
        if (sent.logInterval() != null) {
            record.number("logInterval", sent.logInterval());
        }
        record.flag("is_active", sent.active());
        if (record.isChanged() || isLongAgo(record)) {
            record.moment("om_last_connection_datetime", "lastConnectionDate", "lastConnectionTime", now);
        }
        return Optional.of(record.text());
    }

    /** A sensor that says no address has its id in place of it: the record needs one. */
    private String serial(RecordText record) {
        if (sent.serial() != null) {
            return sent.serial();
        }
        return record.value("macAddress").isEmpty() ? sent.id() : record.value("macAddress");
    }

    /** A clock that was wrong may have written a moment that is still to come. */
    private boolean isLongAgo(RecordText record) {
        OptionalLong last = record.moment("om_last_connection_datetime", "lastConnectionDate", "lastConnectionTime");
        return last.isEmpty() || Math.abs(now.getEpochSecond() - last.getAsLong()) >= ALIVE.toSeconds();
    }
}
