package org.relais.coldchain.ui;

import com.vaadin.flow.component.Component;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.relais.coldchain.ColdChain;
import org.relais.coldchain.ColdChainChanged;
import org.relais.coldchain.StoreWatch;
import org.relais.components.Changes;
import org.relais.sync.SyncStatus;
import org.relais.vocabulary.Clockwork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/**
 * The cold chain of the stores that open pages show. A store is asked for once, however many pages show it, and again when a phone sent
 * something, when a synchronisation ended, and once a minute, for a sensor falls silent by itself. A phone with a backlog sends ten
 * times a second: what came meanwhile is shown at once. While no page is open nothing is asked.
 */
@Service
class ColdChainFeed implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(ColdChainFeed.class);

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);
    private static final Duration AGE = Duration.ofMinutes(1);

    private final ColdChain coldChain;
    private final Map<String, StoreWatch> shown = new ConcurrentHashMap<>();
    private final Set<String> stale = ConcurrentHashMap.newKeySet();
    private final Set<String> wanted = ConcurrentHashMap.newKeySet();
    private final Changes changes = new Changes();
    private final AtomicReference<Long> lastRun = new AtomicReference<>();
    private volatile boolean away;
    private List<Clockwork> clockworks = List.of();

    ColdChainFeed(ColdChain coldChain) {
        this.coldChain = coldChain;
    }

    /** Has a part of a page shown what changed as long as the part is attached, the present state at once. */
    void follow(Component part, Runnable show) {
        changes.follow(part, show);
        show.run();
    }

    /** The cold chain of a store, never null: as it was told last, or asked for now when no page showed it. */
    StoreWatch of(String storeId) {
        wanted.add(storeId);
        return shown.computeIfAbsent(storeId, coldChain::look);
    }

    @EventListener
    void changed(ColdChainChanged event) {
        stale.add(event.storeId());
    }

    /** A synchronisation brings readings, places and stores; they are in their places when it ends. */
    @EventListener
    void changed(SyncStatus status) {
        Long last = status.last() == null ? null : status.last().id();
        if (!Objects.equals(lastRun.getAndSet(last), last)) {
            stale.addAll(shown.keySet());
            stale.addAll(wanted);
        }
    }

    /** Asks again for what changed. */
    void look() {
        List<String> stores = stale.stream().toList();
        if (stores.isEmpty()) {
            return;
        }
        long renewed = stores.stream().filter(this::isRenewed).count();
        away = renewed == 0;
        if (!away) {
            changes.happened();
        }
    }

    /** Should the database be away, or one store be in trouble, that store is asked again with the next look. */
    private boolean isRenewed(String store) {
        stale.remove(store);
        try {
            shown.computeIfPresent(store, (id, before) -> coldChain.look(id));
            return true;
        } catch (RuntimeException e) {
            log.debug("The cold chain of store {} could not be looked at", store, e);
            stale.add(store);
            return false;
        }
    }

    /** Time went on; what no page asked for since the last time is forgotten. Pages are not told anything while the database is away. */
    void age() {
        if (away) {
            return;
        }
        shown.keySet().retainAll(wanted);
        wanted.clear();
        stale.addAll(shown.keySet());
    }

    @Override
    public synchronized void start() {
        clockworks = List.of(
                Clockwork.every(BETWEEN_LOOKS, "cold-chain-feed", this::look),
                Clockwork.every(AGE, "cold-chain-age", this::age));
    }

    @Override
    public synchronized void stop() {
        clockworks.forEach(Clockwork::close);
        clockworks = List.of();
    }

    @Override
    public synchronized boolean isRunning() {
        return !clockworks.isEmpty();
    }
}
