package org.relais.backup.ui;

import com.vaadin.flow.component.Component;
import org.relais.backup.BackupChanged;
import org.relais.components.Changes;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/** Tells open pages that a backup began, got further or ended in this process. */
@Service
class BackupFeed {

    private final Changes changes = new Changes();

    /** Has a part of a page do something now and at each change while it is attached. */
    void follow(Component part, Runnable show) {
        changes.follow(part, show);
        show.run();
    }

    @EventListener
    void changed(BackupChanged event) {
        changes.happened();
    }
}
