package org.relais.sync;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.relais.exchange.Pipeline;
import org.relais.run.Run;
import org.relais.run.RunFilter;
import org.relais.run.Runs;
import org.relais.run.Trigger;
import org.relais.site.Site;
import org.relais.site.SiteNotConfigured;
import org.springframework.stereotype.Component;

@Component
class ScheduledSynchroniser implements Synchroniser {

    private final StatusBoard board;
    private final Runs runs;
    private final SyncSchedule schedule;
    private final Pipeline pipeline;
    private final Runner runner;
    private final Site site;
    private final RunRequest request;

    ScheduledSynchroniser(
            StatusBoard board,
            Runs runs,
            SyncSchedule schedule,
            Pipeline pipeline,
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
    public Run start(Trigger trigger, String user) {
        if (!site.configured()) {
            throw new SiteNotConfigured();
        }
        Optional<Run> run = request.make(trigger, user, pipeline.steps(), () -> {});
        if (run.isPresent() && !board.busyHere()) {
            board.publish();
        }
        // One that goes on is the newest; if it is over already, it was this moment's run all the same.
        return run.orElseGet(() -> runs.newest(1).getFirst());
    }

    @Override
    public boolean cancel() {
        Optional<Long> running = runs.unfinished().map(Runs.Unfinished::id).filter(runs::requestCancel);
        running.ifPresent(runner::cancelHere);
        return running.isPresent();
    }

    @Override
    public List<Run> runs(RunFilter filter, int offset, int limit) {
        return runs.page(filter, offset, limit);
    }

    @Override
    public long count(RunFilter filter) {
        return runs.count(filter);
    }

    @Override
    public Optional<Run> run(long id) {
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
        schedule.resume(runs.newest(1).stream().map(Run::startedAt).findFirst().orElse(null));
    }
}
