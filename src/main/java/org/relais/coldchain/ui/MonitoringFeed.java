package org.relais.coldchain.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.signals.Signal;
import com.vaadin.flow.signals.shared.SharedNumberSignal;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.relais.coldchain.ColdChainChanged;
import org.relais.record.RecordsReceived;
import org.relais.vocabulary.Clockwork;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/**
 * Tells open pages that something of the cold chain changed. Phones with a backlog send many times a second: the pages are told at
 * most once in each pause.
 */
@Service
class MonitoringFeed {

    private static final Duration PAUSE = Duration.ofMillis(500);

    private final SharedNumberSignal changes = new SharedNumberSignal();
    private final AtomicBoolean changed = new AtomicBoolean();
    private final Clockwork clockwork = Clockwork.every(PAUSE, "cold chain pages", this::tell);

    /** Has a part of a page look anew whenever something changed while it is attached, and once at the beginning. */
    void follow(Component part, Runnable look) {
        Signal.effect(part, () -> {
            changes.get();
            look.run();
        });
    }

    @EventListener
    void changed(ColdChainChanged event) {
        changed.set(true);
    }

    @EventListener
    void received(RecordsReceived event) {
        changed.set(true);
    }

    private void tell() {
        if (changed.getAndSet(false)) {
            Signal.runWithoutTransaction(() -> {
                changes.incrementBy(1);
            });
        }
    }

    @PreDestroy
    void close() {
        clockwork.close();
    }
}
