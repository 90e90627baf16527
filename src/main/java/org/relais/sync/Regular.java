package org.relais.sync;

/**
 * Something that Quartz is to do again and again. Its next time stands in the database, and whoever wrote it there believed a
 * clock that may have been wrong: it is looked at once a minute, and whenever the machine's clock was set.
 */
public interface Regular {

    /** Sees to it that the next time is no further away than it can be, counted from now. */
    void straighten();
}
