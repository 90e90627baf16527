/**
 * What {@code ./relais soak} does: it lives thousands of bad days of a site, each of them made from one seed and a number, with
 * the real engine, a real MariaDB and the two demonstration servers, and compares after each what is left with a model of what has to be.
 *
 * <p>The same number makes the same day: what fails, on which call, what people, phones and the rest of the network do meanwhile.
 * Everything that happens within a run happens at a call to a central server, which waits for it, so that little is left to
 * the threads. docs/reliability.md tells what was found.
 */
package org.relais.soak;
