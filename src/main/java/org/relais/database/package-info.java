/**
 * Where the program keeps things: the data directory and the MariaDB server in it. Everything above sees a
 * {@link javax.sql.DataSource} and does not know whether the server behind it is the embedded one.
 */
@ApplicationModule(allowedDependencies = {"startup"})
package org.relais.database;

import org.springframework.modulith.ApplicationModule;
