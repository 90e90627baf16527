package org.relais.sync;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.relais.site.Site;
import org.relais.site.SiteNotConfigured;
import org.springframework.stereotype.Component;

@Component
class ScheduledSynchroniser implements Synchroniser {

    private final StatusBoard board;
    private final SyncRuns runs;
    private final SyncSchedule schedule;
    private final SyncPipeline pipeline;
    private final Runner runner;
    private final Site site;
    private final RunRequest request;

    ScheduledSynchroniser(
            StatusBoard board,
            SyncRuns runs,
            SyncSchedule schedule,
            SyncPipeline pipeline,
            Runner runner,
            Site site,
            RunRequest request) {
        this.board = board;
        this.runs = runs;
        this.schedule = schedule;
        this.pipeline = pipeline;
        this.runner = runner;
        this.site = site;
        this.request = request;
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
        Optional<RunStatus> run = request.make(trigger, user, pipeline.steps(), () -> {});
        if (run.isPresent() && !board.busyHere()) {
            board.publish();
        }
        // One that goes on is the newest; if it is over already, it was this moment's run all the same.
        return run.orElseGet(() -> runs.newest(1).getFirst());
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
