/**
 * What a run is, and what is kept of it: its steps, how far they are, how it ended. This room makes no call to a server, has
 * no screen and knows no schedule: {@code exchange} carries runs out, {@code sync} decides when there is one.
 *
 * <p>What a run sent and received stands beside it, written with every write of the run, in an index that holds all that the
 * summary of a month reads: at a run a minute that is 43,000 runs with 260,000 steps. MariaDB knows no time zones here, and
 * days of 23 and 25 hours must come out right, so Java says when each day begins and one walk through the index sorts each run
 * into its day. How many records a run set aside is kept with its step Integrate, so that what it received is what it integrated, set
 * aside and left. What became of them later leaves no trace there: the page of a run tells beside it what came in between its
 * start and its end and is still set aside.
 *
 * <p>What a comparison of the store with what the central servers announced has found is kept with the run after which it was made.
 */
@ApplicationModule(allowedDependencies = {"catalogue", "central", "components", "language", "record", "vocabulary"})
package org.relais.run;

import org.springframework.modulith.ApplicationModule;
