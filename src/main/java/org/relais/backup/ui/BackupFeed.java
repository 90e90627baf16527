package org.relais.backup.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.signals.Signal;
import com.vaadin.flow.signals.shared.SharedNumberSignal;
import org.relais.backup.BackupChanged;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/** Tells open pages that a backup began, got further or ended in this process. */
@Service
class BackupFeed {

    private final SharedNumberSignal changes = new SharedNumberSignal();

    /** Has a part of a page do something now and at each change while it is attached. */
    void follow(Component part, Runnable show) {
        Signal.effect(part, () -> {
            changes.get();
            show.run();
        });
    }

    @EventListener
    void changed(BackupChanged event) {
        Signal.runWithoutTransaction(() -> {
            changes.incrementBy(1);
        });
    }
}
