package org.relais.sync;

import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What a process that vanished, or stands still, left open at the database server. To the server its connections live on, with
 * their transactions and everything that these lock, for as long as eight hours. When its run is taken over they are ended: all
 * of this account's on this schema that have been silent for nearly as long as the run's lock outlives its holder. A pool
 * replaces one that was idle; in a transaction, no connection but a run's is silent for so long, and no run is going on.
 */
@Component
class StrandedConnections {

    private static final Logger log = LoggerFactory.getLogger(StrandedConnections.class);

    private final JdbcClient jdbc;
    private final Duration silence;

    StrandedConnections(JdbcClient jdbc, @Value(TakeOver.AFTER) Duration takenOverAfter) {
        this.jdbc = jdbc;
        // The holder may have used a connection until a sign of life before the one that its lock outlived.
        this.silence = takenOverAfter.multipliedBy(2).dividedBy(3);
    }

    /** Ends them; what they did not commit is undone. */
    void end() {
        List<Long> silent = jdbc.sql("""
                        select id from information_schema.processlist
                        where user = substring_index(user(), '@', 1) and db = database() and command = 'Sleep'
                            and time >= :silence and id <> connection_id()
                        """)
                .param("silence", silence.toSeconds())
                .query(Long.class)
                .list();
        silent.forEach(this::end);
        if (!silent.isEmpty()) {
            log.info("{} connections were ended that had been silent since before a run was taken over", silent.size());
        }
    }

    private void end(long connection) {
        try {
            jdbc.sql("kill connection " + connection).update();
        } catch (DataAccessException gone) {
            log.debug("Connection {} has ended by itself", connection, gone);
        }
    }
}
