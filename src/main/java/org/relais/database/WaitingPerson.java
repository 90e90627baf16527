package org.relais.database;

/**
 * Marks a thread that somebody waits for: a page or a call of the HTTP interface is being answered. What it asks of the database
 * ends as soon as the watch knows that no answer will come; what nobody waits for may take its time. To be closed by the thread
 * that made it.
 */
public final class WaitingPerson implements AutoCloseable {

    private static final ThreadLocal<WaitingPerson> HERE = new ThreadLocal<>();

    private final DatabaseWatch watch;
    private final WaitingPerson before;

    /** From now on, until it is closed, somebody waits for this thread. */
    public WaitingPerson(DatabaseWatch watch) {
        this.watch = watch;
        this.before = HERE.get();
        HERE.set(this);
    }

    @Override
    public void close() {
        if (before == null) {
            HERE.remove();
        } else {
            HERE.set(before);
        }
    }

    static boolean isHere() {
        return HERE.get() != null;
    }

    /** Whether somebody waits for this thread, and the database will not answer it. */
    static boolean waitsInVain() {
        WaitingPerson here = HERE.get();
        return here != null && here.watch.isSilent();
    }
}
