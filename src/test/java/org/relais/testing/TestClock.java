package org.relais.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The machine's clock, until a test stops it or sets it. */
public final class TestClock extends Clock {

    private volatile Clock now = Clock.systemUTC();

    /** It stands still at that moment. */
    public void stopAt(Instant moment) {
        now = Clock.fixed(moment, ZoneOffset.UTC);
    }

    /** It goes on, so much ahead of the machine's; behind it when negative. */
    public void ahead(Duration by) {
        now = Clock.offset(Clock.systemUTC(), by);
    }

    /** It is the machine's again. */
    public void goOn() {
        now = Clock.systemUTC();
    }

    @Override
    public Instant instant() {
        return now.instant();
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return now.withZone(zone);
    }
}
