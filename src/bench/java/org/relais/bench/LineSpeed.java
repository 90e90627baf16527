package org.relais.bench;

import java.time.Duration;

/**
 * A thin line: so many bits a second, so late, and there only for a part of each period.
 *
 * @param kilobits a second in each direction, 1 or more
 * @param roundTrip how long an answer is under way at least
 * @param up how long it is there
 * @param period from one time that it comes to the next; as long as {@code up} for a line that is always there
 */
record LineSpeed(int kilobits, Duration roundTrip, Duration up, Duration period) {

    private static final int BITS = 8;

    /**
     * @param text as {@code 128,600,60,300}: kilobits, milliseconds, seconds, seconds
     * @throws IllegalArgumentException for any other text
     */
    static LineSpeed of(String text) {
        if (!text.matches("[1-9]\\d{0,6},\\d{1,5},[1-9]\\d{0,4},[1-9]\\d{0,4}")) {
            throw new IllegalArgumentException("--line has \"" + text
                    + "\", allowed is KILOBITS,ROUND-TRIP-MILLIS,UP-SECONDS,PERIOD-SECONDS such as 128,600,60,300");
        }
        String[] parts = text.split(",");
        return new LineSpeed(
                Integer.parseInt(parts[0]),
                Duration.ofMillis(Integer.parseInt(parts[1])),
                Duration.ofSeconds(Integer.parseInt(parts[2])),
                Duration.ofSeconds(Integer.parseInt(parts[3])));
    }

    long bytesPerSecond() {
        return kilobits * 1000L / BITS;
    }

    Duration down() {
        return period.minus(up);
    }

    @Override
    public String toString() {
        return "%d kbit/s, %d ms, up %d s of every %d s"
                .formatted(kilobits, roundTrip.toMillis(), up.toSeconds(), period.toSeconds());
    }
}
