package org.relais.record;

import javax.sql.DataSource;
import org.relais.record.projection.Projections;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Fills, at a start, the projections that this version of the program declares otherwise than the one before. It is done before a
 * page is served or a run begins (both start in a later phase), so nobody ever asks one that is half full.
 */
@Component
class ProjectionRebuild implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(ProjectionRebuild.class);

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Projections projections;
    private volatile boolean running;

    ProjectionRebuild(DataSource dataSource, PlatformTransactionManager transactions, Projections projections) {
        this.jdbc = JdbcClient.create(dataSource);
        this.transaction = new TransactionTemplate(transactions);
        transaction.setIsolationLevel(TransactionDefinition.ISOLATION_READ_COMMITTED);
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

    void rebuild() {
        boolean more;
        do {
            more = transaction.execute(status -> {
                Gate.STORE.lock(jdbc);
                return projections.rebuildSome();
            });
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
