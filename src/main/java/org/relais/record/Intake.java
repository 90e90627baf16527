package org.relais.record;

import org.relais.catalogue.WireRecord;

/**
 * What a receiver hands arriving records to while it reads them. Used by one thread, within one {@link Inbox#receive}.
 *
 * <p>Until it returns, the receiver must not use the database: another thread is writing what was handed over by the very
 * connection that the receiver's transaction holds.
 */
public interface Intake {

    /**
     * Takes one record. It is checked at once and written with the others of its batch; a record that is broken is set aside
     * and never fails the batch.
     */
    void accept(WireRecord arrived);

    /**
     * Takes note of a record that is larger than this process can hold; it is set aside.
     *
     * @param arrived without its text
     * @param most how large a text may be, in bytes
     */
    void acceptTooLarge(WireRecord arrived, long most);

    /** How many of those that were handed over so far are set aside for what they are. */
    long setAside();

    /**
     * Notes up to where the channel was received. It is kept if, and only if, the records are.
     *
     * @param position the channel's cursor in its own protocol's meaning
     */
    void moveCursor(long position);
}
