/**
 * Where the program keeps things: the data directory and the MariaDB server in it. Everything above sees a {@link
 * javax.sql.DataSource} and does not know whether the server behind it is the embedded one.
 *
 * <p>The programs of MariaDB are two thirds of the artifact, and sites with a server of their own need none of them: the
 * profile {@code external-database} leaves them out, and a start without them and without {@code spring.datasource.url} ends
 * with a line that says so. An artifact with them runs on the platform that it was built on. The embedded server's account may
 * do everything in schemas whose names begin with {@code relais} and nothing elsewhere; tests have a schema for each class on
 * one server, and never another dialect.
 */
@ApplicationModule(allowedDependencies = {"startup"})
package org.relais.database;

import org.springframework.modulith.ApplicationModule;
