package org.relais.demo.district;

/** One place in a template that differs from record to record. */
@FunctionalInterface
interface Slot {
    /** Writes what stands at this place in the record with that index. */
    void write(Bytes out, long index);

    /** A place that holds the id of a record of another series. */
    record Pointer(Series target, Position position) implements Slot {
        @Override
        public void write(Bytes out, long index) {
            target.id(out, position.of(index));
        }
    }

    /** Which record of the other series it is. */
    @FunctionalInterface
    interface Position {
        long of(long index);
    }
}
