package org.relais.backup;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * How a database is reached. Connections come from no pool: a backup keeps one for minutes, and nobody's patience with a database
 * that is slow is meant for it.
 *
 * @param url the JDBC address of the schema
 */
record DatabaseAccess(String url, String username, String password) {

    Connection connect() throws SQLException {
        return DriverManager.getConnection(url, username, password);
    }
}
