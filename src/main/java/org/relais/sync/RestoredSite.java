package org.relais.sync;

import org.relais.database.DataDirectory;
import org.relais.database.RestoredMark;
import org.relais.record.Renewal;
import org.relais.run.Runs;
import org.relais.site.Site;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Takes note, at the first start after a restore, that this is not the moment which the database shows: before a page is served or a
 * run begins (both start in a later phase). What the restored site then does is the runs' plan {@code RESTORED}.
 */
@Component
class RestoredSite implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(RestoredSite.class);

    private final DataDirectory directory;
    private final Site site;
    private final Renewal renewal;
    private final Runs runs;
    private final NodeName node;
    private volatile boolean running;

    RestoredSite(DataDirectory directory, Site site, Renewal renewal, Runs runs, NodeName node) {
        this.directory = directory;
        this.site = site;
        this.renewal = renewal;
        this.runs = runs;
        this.node = node;
    }

    /** The mark goes last: whatever was done before is done again after a kill, to the same end. */
    @Override
    public void start() {
        RestoredMark.in(directory).ifPresent(mark -> {
            log.warn("This site was restored from the backup of {}: it fetches everything anew", mark.backup());
            runs.unfinished().ifPresent(this::close);
            renewal.begin();
            site.markRestored();
            RestoredMark.takeAway(directory);
        });
        running = true;
    }

    /** The backup was made while it was under way, or asked for. */
    private void close(Runs.Unfinished run) {
        if (!run.begun()) {
            runs.begin(run.id(), node.value());
        }
        runs.close(run.id(), "the backup that was restored was made meanwhile");
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return 0;
    }
}
