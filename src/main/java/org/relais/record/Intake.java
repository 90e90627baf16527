package org.relais.record;

import org.relais.catalogue.WireRecord;

/** What a receiver hands arriving records to while it reads them. Used by one thread, within one {@link Inbox#receive}. */
public interface Intake {

    /**
     * Takes one record. It is checked at once and written with the others of its batch; a record that is broken is set aside
     * and never fails the batch.
     */
    void accept(WireRecord arrived);

    /**
     * Notes up to where the channel was received. It is kept if, and only if, the records are.
     *
     * @param position the channel's cursor in its own protocol's meaning
     */
    void moveCursor(long position);
}
