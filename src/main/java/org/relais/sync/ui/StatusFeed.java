package org.relais.sync.ui;

import com.vaadin.flow.component.Component;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.relais.components.Changes;
import org.relais.sync.SyncStatus;
import org.relais.sync.Synchroniser;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/**
 * The synchronisation's status for all open pages: the engine's events go in, and each page that follows them is updated
 * through server push. Nobody has to register or to remember to leave.
 */
@Service
public class StatusFeed {

    private final Synchroniser synchroniser;
    private final AtomicReference<SyncStatus> latest = new AtomicReference<>();
    private final Changes changes = new Changes();
    private final AtomicLong version = new AtomicLong();

    StatusFeed(Synchroniser synchroniser) {
        this.synchroniser = synchroniser;
    }

    /** Has a part of a page shown every status while the part is attached, the present one at once. */
    public void follow(Component part, Consumer<SyncStatus> show) {
        Runnable present = () -> show.accept(now());
        changes.follow(part, present);
        present.run();
    }

    /** The status at this moment, never null: the last one that was published, or as it stands when none was yet. */
    public SyncStatus now() {
        if (latest.get() == null) {
            latest.compareAndSet(null, synchroniser.status());
        }
        return latest.get();
    }

    /** How many statuses were published since the start: a page that was shown fewer is not up to date. */
    public long version() {
        return version.get();
    }

    /** Has the status read anew, as after an action whose effect the page is to show without waiting for the event. */
    void refresh() {
        synchroniser.publish();
    }

    @EventListener
    void changed(SyncStatus now) {
        latest.set(now);
        version.incrementAndGet();
        changes.happened();
    }
}
