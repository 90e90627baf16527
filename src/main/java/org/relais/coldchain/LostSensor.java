package org.relais.coldchain;

import java.time.Instant;
import java.util.OptionalLong;

/**
 * How a breach says that a person ended it because its sensor will not come back. Both keys stay on this site; the comment is what the
 * network learns.
 */
final class LostSensor {

    private static final String BY = "relais_closed_by";
    private static final String AT = "relais_closed_at";

    private LostSensor() {}

    static void close(RecordText breach, String reason, String by, Instant at, Instant end, Instant start) {
        breach.moment("om_end_datetime", "end_date", "end_time", end);
        breach.number("duration", Math.max(0, end.toEpochMilli() - start.toEpochMilli()));
        breach.flag("acknowledged", true);
        breach.text("om_comment", reason);
        breach.text(BY, by);
        breach.text(AT, at.toString());
    }

    /** Whether a reading shows that the sensor of a breach came back after somebody had given it up. */
    static boolean cameBack(RecordText breach, Sent.Reading reading) {
        OptionalLong end = breach.moment("om_end_datetime", "end_date", "end_time");
        return !breach.value(AT).isEmpty()
                && end.isPresent()
                && reading.takenAt().getEpochSecond() > end.getAsLong();
    }

    /** The breach goes on as if nobody had ended it; what was said of it stays to be read. */
    static void reopen(RecordText breach) {
        breach.moment("om_end_datetime", "end_date", "end_time", null);
        breach.number("duration", 0);
        breach.flag("acknowledged", false);
        breach.text(BY, "");
        breach.text(AT, "");
    }
}
