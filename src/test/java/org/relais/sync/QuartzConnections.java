package org.relais.sync;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.utils.ConnectionProvider;
import org.quartz.utils.DBConnectionManager;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.scheduling.quartz.LocalDataSourceJobStore;

/**
 * Where Quartz has the connections of each scheduler from: a process has one place for each name, of the application that came last.
 * It never forgets them, and with them would keep all of every application that a process ever had. A process with one application
 * does not mind; tests and soaks have hundreds, and two of one name on one database.
 *
 * @param scheduler its name
 * @param database of the application
 */
record QuartzConnections(String scheduler, DataSource database) {

    private static final Map<String, List<DataSource>> OPEN = new ConcurrentHashMap<>();

    /** Those of an application that has started. */
    static QuartzConnections of(ConfigurableApplicationContext context) {
        try {
            QuartzConnections opened = new QuartzConnections(
                    context.getBean(Scheduler.class).getSchedulerName(), context.getBean(DataSource.class));
            OPEN.computeIfAbsent(opened.scheduler, name -> new ArrayList<>()).add(opened.database);
            return opened;
        } catch (SchedulerException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The application has closed: another one of its name has its own connections again, and with the last one they are forgotten. */
    void closed() {
        OPEN.computeIfPresent(scheduler, (name, open) -> {
            open.remove(database);
            if (open.isEmpty()) {
                have(null, null);
                return null;
            }
            DataSource other = open.getLast();
            have(() -> DataSourceUtils.doGetConnection(other), other::getConnection);
            return open;
        });
    }

    private void have(Door inTransaction, Door outside) {
        DBConnectionManager all = DBConnectionManager.getInstance();
        all.addConnectionProvider(LocalDataSourceJobStore.TX_DATA_SOURCE_PREFIX + scheduler, inTransaction);
        all.addConnectionProvider(LocalDataSourceJobStore.NON_TX_DATA_SOURCE_PREFIX + scheduler, outside);
    }

    /** To a database that opens and closes elsewhere. */
    private interface Door extends ConnectionProvider {

        @Override
        Connection getConnection() throws SQLException;

        @Override
        default void initialize() {}

        @Override
        default void shutdown() {}
    }
}
