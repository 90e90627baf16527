/**
 * What tests of several rooms share: a database, a browser, the whole application.
 *
 * <p>Tests run on MariaDB, never on a second dialect, and a server for each class would cost seconds. So one embedded server
 * for each JVM keeps its data in {@code target/}, where a second run at the same time takes the next directory; each class has
 * a schema of its own, dropped after the class, or when the next run begins where a cached Spring context may still use it.
 */
package org.relais.testing;
