package org.relais.sync;

import org.relais.testing.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Changes the database while no process is there. */
record TestRows(TestDatabase database) {

    void update(String sql) {
        JdbcClient.create(database.dataSource()).sql(sql).update();
    }
}
