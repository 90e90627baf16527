package org.relais.record;

/**
 * What a piece of integration did.
 *
 * @param handled arrivals that were NEW, or stopped waiting, and are dealt with
 * @param integrated arrivals that took effect in the store
 * @param setAside arrivals that were set aside now
 */
record Tally(long handled, long integrated, long setAside) {

    static final Tally NOTHING = new Tally(0, 0, 0);

    Tally plus(Tally other) {
        return new Tally(handled + other.handled, integrated + other.integrated, setAside + other.setAside);
    }
}
