/**
 * Where the program keeps things: the data directory and the MariaDB server in it. Everything above sees a {@link
 * javax.sql.DataSource} and does not know whether the server behind it is the embedded one.
 *
 * <p>The programs of MariaDB are two thirds of the artifact, and sites with a server of their own need none of them: the
 * profile {@code external-database} leaves them out, and a start without them and without {@code spring.datasource.url} ends
 * with a line that says so. An artifact with them runs on the platform that it was built on. The embedded server's account may
 * do everything in schemas whose names begin with {@code relais} and nothing elsewhere; tests have a schema for each class on
 * one server, and never another dialect.
 *
 * <p>Whether the database can be used is known at every moment without asking it: whoever asked a database that hangs would
 * wait to find out. A time limit for every answer would have to be short for people and long for the statements that move
 * thousands of records, so it is whoever waits that looks now and then whether the database is still there, and gives up when
 * it is not and a person waits.
 */
@ApplicationModule(allowedDependencies = {"startup", "vocabulary"})
package org.relais.database;

import org.springframework.modulith.ApplicationModule;
