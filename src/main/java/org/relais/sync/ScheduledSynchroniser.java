package org.relais.sync;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.relais.site.Site;
import org.relais.site.SiteNotConfigured;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

@Component
class ScheduledSynchroniser implements Synchroniser {

    private final StatusBoard board;
    private final SyncRuns runs;
    private final SyncSchedule schedule;
    private final SyncPipeline pipeline;
    private final Runner runner;
    private final Site site;
    private final DataSource database;
    private final ScheduleTransaction transaction;

    ScheduledSynchroniser(
            StatusBoard board,
            SyncRuns runs,
            SyncSchedule schedule,
            SyncPipeline pipeline,
            Runner runner,
            Site site,
            DataSource database,
            ScheduleTransaction transaction) {
        this.board = board;
        this.runs = runs;
        this.schedule = schedule;
        this.pipeline = pipeline;
        this.runner = runner;
        this.site = site;
        this.database = database;
        this.transaction = transaction;
    }

    @Override
    public SyncStatus status() {
        return board.status();
    }

    @Override
    public RunStatus start(Trigger trigger, String user) {
        if (!site.configured()) {
            throw new SiteNotConfigured();
        }
        runs.closeIfDead(database);
        Optional<RunStatus> present = runs.running();
        if (present.isPresent()) {
            return present.get();
        }
        RunStatus run;
        try {
            run = transaction.get(() -> {
                RunStatus requested = runs.request(trigger, user, pipeline.steps());
                schedule.runNow(requested.id());
                return requested;
            });
        } catch (DuplicateKeyException e) {
            // Somebody else started one at this very moment; if it is over already, it was that moment's run all the
            // same.
            return runs.newest(1).getFirst();
        }
        if (!board.busyHere()) {
            board.publish();
        }
        return run;
    }

    @Override
    public boolean cancel() {
        Optional<Long> running = runs.unfinished().map(SyncRuns.Unfinished::id).filter(runs::requestCancel);
        running.ifPresent(runner::cancelHere);
        return running.isPresent();
    }

    @Override
    public List<RunStatus> runs(RunFilter filter, int offset, int limit) {
        return runs.page(filter, offset, limit);
    }

    @Override
    public long count(RunFilter filter) {
        return runs.count(filter);
    }

    @Override
    public Optional<RunStatus> run(long id) {
        return runs.find(id);
    }

    @Override
    public Duration interval() {
        return schedule.interval();
    }

    @Override
    public void changeInterval(Duration interval) {
        if (!SyncProperties.allowed(interval)) {
            throw new IllegalArgumentException(
                    "The interval " + interval + " is not between " + SHORTEST_INTERVAL + " and " + LONGEST_INTERVAL);
        }
        schedule.changeInterval(interval);
    }

    @Override
    public void pause() {
        schedule.pause();
    }

    @Override
    public void resume() {
        schedule.resume(
                runs.newest(1).stream().map(RunStatus::startedAt).findFirst().orElse(null));
    }
}
