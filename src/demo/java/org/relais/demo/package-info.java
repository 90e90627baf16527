/**
 * The demonstration: both central servers as a site meets them, over real HTTP on loopback ports, with the data of a district
 * and faults to order, and {@link org.relais.demo.Demonstration}, which starts them and a site of theirs. An artifact of its
 * own, compiled on top of the program, which knows nothing of it; tests and the benchmark start the network without a site.
 *
 * <p>The HTTP server is a small one of its own, because faults happen on the socket: behind the JDK's or Tomcat it is out of
 * reach, and both add delays of their own to small answers. Every fault is the real one; a TLS mismatch is tried by speaking
 * HTTPS to it.
 *
 * <p>Everything that changes the network is an event, appended to a journal as one line before it counts, and applied again at
 * the next start: a second form of the state would have to be kept in step. It survives the end of the process, not that of
 * the machine. The first line names seed and size, and a start with others is refused.
 *
 * <p>The real servers accept a record that breaks the catalogue without a word and drop it later. This one answers alike,
 * keeps what was pushed to the last blank, holds it against the record types in that server's own form, and shows the problems
 * on the network's page. Records with problems do not come back. References to records that the network does not know are not
 * judged, only that a record's store is one of the site's.
 */
package org.relais.demo;
