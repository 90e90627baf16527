package org.relais.doctor;

import org.springframework.util.unit.DataSize;

/** What is left of the machine's memory. */
record MemoryCheck() implements Check {

    /** With less, the system begins to end programs. */
    private static final DataSize LEAST = DataSize.ofMegabytes(64);

    private static final DataSize LITTLE = DataSize.ofMegabytes(256);

    @Override
    public CheckName name() {
        return CheckName.MEMORY;
    }

    @Override
    public Finding examine() {
        return judge(Memory.available(), Memory.all());
    }

    /** Both in bytes; 0 when not known. */
    Finding judge(long available, long all) {
        if (all == 0) {
            return unknown("memory.unseen");
        }
        Words.Bytes left = new Words.Bytes(available);
        Words.Bytes whole = new Words.Bytes(all);
        if (available < LEAST.toBytes()) {
            return broken("memory.gone", left, whole);
        }
        return available < LITTLE.toBytes() ? lookAtIt("memory.little", left, whole) : well("memory.room", left, whole);
    }
}
