package org.relais.logs.ui;

import com.vaadin.flow.component.Component;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.relais.components.Changes;
import org.relais.logs.LogFile;
import org.relais.vocabulary.Clockwork;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Service;

/**
 * Tells open pages that something was written to the log, once a second at most. While no page shows it, nothing is looked at.
 */
@Service
class LogFeed implements SmartLifecycle {

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    private final LogFile file;
    private final Changes changes = new Changes();
    private final AtomicInteger followers = new AtomicInteger();
    private Clockwork clockwork;
    private long size;

    LogFeed(LogFile file) {
        this.file = file;
    }

    /** Has a part of a page do something at each change while it is attached. */
    void follow(Component part, Runnable show) {
        part.addAttachListener(attached -> followers.incrementAndGet());
        part.addDetachListener(detached -> followers.decrementAndGet());
        changes.follow(part, show);
        show.run();
    }

    /** Looks whether the file is another than before. */
    void look() {
        long now = followers.get() > 0 ? file.size() : size;
        if (now != size) {
            size = now;
            changes.happened();
        }
    }

    @Override
    public synchronized void start() {
        clockwork = Clockwork.every(BETWEEN_LOOKS, "log-feed", this::look);
    }

    @Override
    public synchronized void stop() {
        clockwork.close();
        clockwork = null;
    }

    @Override
    public synchronized boolean isRunning() {
        return clockwork != null;
    }
}
