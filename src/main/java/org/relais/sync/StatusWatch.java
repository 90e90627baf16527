package org.relais.sync;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.relais.database.DatabaseCondition;
import org.relais.database.DatabaseWatch;
import org.relais.record.Outbox;
import org.relais.run.Runs;
import org.relais.settings.SettingChanged;
import org.relais.settings.Settings;
import org.relais.vocabulary.Clockwork;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Looks once a second, with a few short questions to the database, whether anything changed that this process did not do
 * itself: a run of another process, a change that waits to be sent, a setting that was chosen there. The pages of this process
 * then see it too. And it sees to it that no run stays under way that nobody carries out.
 */
@Component
class StatusWatch implements SmartLifecycle {

    private final Runs runs;
    private final Outbox outbox;
    private final Settings settings;
    private final StatusBoard board;
    private final TakeOver takeOver;
    private final DatabaseWatch database;
    private final ApplicationEventPublisher events;
    private final Map<String, String> toldHere = new HashMap<>();
    private Clockwork clockwork;
    private Runnable leave;
    private Glance seen;
    private Map<String, String> seenSettings;

    StatusWatch(
            Runs runs,
            Outbox outbox,
            Settings settings,
            StatusBoard board,
            TakeOver takeOver,
            DatabaseWatch database,
            ApplicationEventPublisher events) {
        this.runs = runs;
        this.outbox = outbox;
        this.settings = settings;
        this.board = board;
        this.takeOver = takeOver;
        this.database = database;
        this.events = events;
    }

    private record Glance(Runs.Mark newestRun, long newestChange) {}

    @Override
    public synchronized void start() {
        clockwork = Clockwork.every(Duration.ofSeconds(1), "status-watch", this::look);
        leave = database.tell(this::changed);
    }

    @Override
    public synchronized void stop() {
        leave.run();
        clockwork.close();
        clockwork = null;
    }

    /** What pages could not read while the database was away they read when it is back. */
    private void changed(DatabaseCondition condition) {
        if (condition == DatabaseCondition.ANSWERS) {
            board.owe();
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return clockwork != null;
    }

    /** What is chosen here is told here by whoever keeps it. */
    @EventListener
    void chosen(SettingChanged event) {
        synchronized (toldHere) {
            toldHere.put(event.name(), settings.find(event.name()).orElse(null));
        }
    }

    /** It was not kept after all. */
    @TransactionalEventListener(phase = TransactionPhase.AFTER_ROLLBACK)
    void notChosen(SettingChanged event) {
        synchronized (toldHere) {
            toldHere.remove(event.name());
        }
    }

    private void look() {
        lookAtSettings();
        if (!board.busyHere()) {
            takeOver.look();
            Glance now = new Glance(runs.mark(), outbox.newestRevision());
            if (!now.equals(seen) || board.owes()) {
                seen = now;
                board.publish();
            }
        }
    }

    private void lookAtSettings() {
        Map<String, String> now = settings.all();
        Map<String, String> before = seenSettings;
        if (before == null || before.equals(now)) {
            seenSettings = now;
            return;
        }
        Set<String> names = new TreeSet<>(now.keySet());
        names.addAll(before.keySet());
        names.removeIf(name -> Objects.equals(before.get(name), now.get(name)) || isToldHere(name, now.get(name)));
        names.forEach(name -> events.publishEvent(new SettingChanged(name)));
        // Not before: whoever could not take it in hears of it once more.
        seenSettings = now;
    }

    private boolean isToldHere(String name, String value) {
        synchronized (toldHere) {
            return toldHere.containsKey(name) && Objects.equals(toldHere.get(name), value);
        }
    }
}
