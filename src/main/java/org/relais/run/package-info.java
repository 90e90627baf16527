/**
 * What a run is, and what is kept of it: its steps, how far they are, how it ended. This room makes no call to a server, has no
 * screen and knows no schedule: {@code exchange} carries runs out, {@code sync} decides when there is one.
 */
package org.relais.run;
