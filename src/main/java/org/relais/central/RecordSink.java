package org.relais.central;

import org.relais.catalogue.WireRecord;

/** Takes the records of a page while its answer arrives. */
@FunctionalInterface
public interface RecordSink {

    /** Takes one record. What it throws comes out of the call that brought the record, unchanged. */
    void accept(WireRecord record);

    /**
     * Takes note of a record whose text is larger than this process can hold. A sink that says nothing of such records does not
     * know what to do with them: the page is then no answer that can be read.
     *
     * @param record without its text
     * @param most how large a text may be, in bytes of memory
     */
    default void tooLarge(WireRecord record, long most) {
        throw new UnexpectedAnswer("%s: a record of more than %d bytes".formatted(record.key(), most));
    }
}
