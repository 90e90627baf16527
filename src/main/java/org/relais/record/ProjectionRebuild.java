package org.relais.record;

import org.relais.record.projection.Projections;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Fills, at a start, the projections that this version of the program declares otherwise than the one before. It is done before a
 * page is served or a run begins (both start in a later phase), so nobody ever asks one that is half full.
 */
@Component
class ProjectionRebuild implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(ProjectionRebuild.class);

    private final StoreTransaction store;
    private final Projections projections;
    private volatile boolean running;

    ProjectionRebuild(StoreTransaction store, Projections projections) {
        this.store = store;
        this.projections = projections;
    }

    @Override
    public void start() {
        if (!projections.areUpToDate()) {
            log.info("Filling the tables that pages ask, from the records");
            rebuild();
        }
        running = true;
    }

    private void rebuild() {
        boolean more;
        do {
            more = store.alone(projections::rebuildSome);
        } while (more);
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
