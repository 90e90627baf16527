/**
 * What {@code ./relais bench} measures, on the packaged program in a process of its own with the memory that a site has.
 *
 * <p>Records per second say nothing without the machine, and on a machine with other work not much with it. So a floor is
 * measured in the same run: the same rows, written by plain bulk inserts of 1,000 with a commit each into an empty table, by a
 * fresh JVM and a fresh MariaDB. Only the writing is timed there; the first synchronisation is timed whole, as the site itself
 * tells it. The ratio of the two is what counts. The processor time of each process is printed beside it, as it hardly depends
 * on what else runs.
 *
 * <p>The site is looked at every three seconds only: each look checks a password, which is slow on purpose, and looking four
 * times a second took half of the site's processor time. The central servers are the demonstration's, in the benchmark's own
 * process, and take part of the same processor. How late a page shows what the engine did is taken during a first
 * synchronisation, when both processors are busy, and not at rest.
 */
package org.relais.bench;
