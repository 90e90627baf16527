package org.relais.sync;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.utils.DBConnectionManager;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.scheduling.quartz.LocalDataSourceJobStore;

/**
 * Where Quartz has the connections of each scheduler from. It never forgets them, and with them would keep all of every
 * application that a process ever had. A process with one does not mind; tests and soaks have hundreds.
 *
 * @param scheduler its name, which applications on one database share
 */
record QuartzConnections(String scheduler) {

    /** How many applications are open on each. */
    private static final Map<String, Integer> OPEN = new ConcurrentHashMap<>();

    /** Those of an application that has started. */
    static QuartzConnections of(ConfigurableApplicationContext context) {
        try {
            String scheduler = context.getBean(Scheduler.class).getSchedulerName();
            OPEN.merge(scheduler, 1, Integer::sum);
            return new QuartzConnections(scheduler);
        } catch (SchedulerException e) {
            throw new IllegalStateException(e);
        }
    }

    /** An application has closed: with the last one they are forgotten. */
    void closed() {
        OPEN.compute(scheduler, (name, open) -> {
            if (open != null && open > 1) {
                return open - 1;
            }
            DBConnectionManager all = DBConnectionManager.getInstance();
            all.addConnectionProvider(LocalDataSourceJobStore.TX_DATA_SOURCE_PREFIX + name, null);
            all.addConnectionProvider(LocalDataSourceJobStore.NON_TX_DATA_SOURCE_PREFIX + name, null);
            return null;
        });
    }
}
