package org.relais.database;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Knows at every moment whether the database can be used, so that nobody has to wait to find out. It asks twice a second on a
 * connection of its own and gives each answer a time that is much shorter than anybody's patience; time is measured by a clock
 * that nobody sets.
 */
public final class DatabaseWatch implements AutoCloseable {

    /** A person is told within two seconds: this, the pause before it, and the telling. */
    static final Duration LIMIT = Duration.ofSeconds(1);

    private static final Duration PAUSE = Duration.ofMillis(400);
    private static final Logger log = LoggerFactory.getLogger(DatabaseWatch.class);

    private final DatabaseProbe probe;
    private final Supplier<DataDisk.Condition> disk;
    private final List<Consumer<DatabaseCondition>> listeners = new CopyOnWriteArrayList<>();
    private final Thread thread;
    private final Object turn = new Object();
    private volatile boolean closed;
    private volatile boolean hasAnswered;
    private volatile boolean failed;
    private volatile boolean asking;
    private volatile long askedAt;
    private volatile DataDisk.Condition diskCondition = DataDisk.Condition.FINE;
    private DatabaseCondition told = DatabaseCondition.ANSWERS;

    private DatabaseWatch(DatabaseProbe probe, Supplier<DataDisk.Condition> disk) {
        this.probe = probe;
        this.disk = disk;
        this.thread = Thread.ofPlatform().daemon().name("database-watch").unstarted(this::watch);
    }

    /**
     * Begins to watch.
     *
     * @param disk how the disk is that the database writes to; always fine when it writes elsewhere
     */
    static DatabaseWatch start(DatabaseProbe probe, Supplier<DataDisk.Condition> disk) {
        DatabaseWatch watch = new DatabaseWatch(probe, disk);
        watch.thread.start();
        return watch;
    }

    /** How the database is at this moment; costs nothing. */
    public DatabaseCondition condition() {
        return switch (diskCondition) {
            case FULL -> DatabaseCondition.DISK_FULL;
            case NOT_WRITABLE -> DatabaseCondition.DISK_NOT_WRITABLE;
            case FINE -> isSilent() ? DatabaseCondition.DATABASE : DatabaseCondition.ANSWERS;
        };
    }

    /**
     * What of the database is behind a failure.
     *
     * @return {@link DatabaseCondition#ANSWERS} when the failure has nothing to do with it
     */
    public DatabaseCondition behind(Throwable failure) {
        DatabaseCondition now = condition();
        if (now != DatabaseCondition.ANSWERS) {
            return now;
        }
        if (DataDisk.saysFull(failure)) {
            return DatabaseCondition.DISK_FULL;
        }
        return LostConnection.isBehind(failure) ? DatabaseCondition.DATABASE : DatabaseCondition.ANSWERS;
    }

    /** Whether a question would find no answer; a database whose disk is full answers some. */
    boolean isSilent() {
        return failed || (asking && System.nanoTime() - askedAt > LIMIT.toNanos());
    }

    /** Whether it has answered since this process began to watch it. */
    boolean hasAnswered() {
        return hasAnswered;
    }

    /**
     * Calls the listener, in a thread of its own, whenever the condition has become another one.
     *
     * @return what ends that
     */
    public Runnable tell(Consumer<DatabaseCondition> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /**
     * Waits until the database answers, however long that takes.
     *
     * @return false when nobody watches any more: the program ends
     */
    boolean awaitAnswer() throws InterruptedException {
        synchronized (turn) {
            while (isSilent() && !closed) {
                turn.wait(PAUSE.toMillis());
            }
        }
        return !closed;
    }

    @Override
    public void close() {
        closed = true;
        synchronized (turn) {
            turn.notifyAll();
        }
        thread.interrupt();
    }

    private void watch() {
        while (!closed) {
            ask();
            tellWhatChanged();
            try {
                Thread.sleep(PAUSE);
            } catch (InterruptedException e) {
                break;
            }
        }
        try {
            probe.close();
        } catch (SQLException e) {
            log.debug("The watch's connection was lost", e);
        }
    }

    private void ask() {
        askedAt = System.nanoTime();
        asking = true;
        try {
            diskCondition = disk.get();
            probe.ask();
            failed = false;
            hasAnswered = true;
            synchronized (turn) {
                turn.notifyAll();
            }
        } catch (SQLException | RuntimeException e) {
            log.debug("The database does not answer", e);
            failed = true;
        } finally {
            asking = false;
        }
    }

    private void tellWhatChanged() {
        DatabaseCondition now = condition();
        if (now == told || !hasAnswered || closed) {
            return;
        }
        told = now;
        if (now == DatabaseCondition.ANSWERS) {
            log.info("The database can be used again");
        } else {
            log.error("The database cannot be used: {}", now.key());
        }
        listeners.forEach(
                listener -> Thread.ofVirtual().name("database-condition").start(() -> listener.accept(now)));
    }
}
