/**
 * What a run does with the two central servers: one step after the other sends what waits and fetches what is new. When a run
 * takes place is the business of {@code sync}, what is kept of it that of {@code run}.
 *
 * <p>One bad record can make a server refuse a whole push, again in every run. So a refused push is halved until the record
 * stands alone: at most log2(batch) more calls. It stays in the outbox with the server's words, is shown, counts as processed
 * in the step, and is tried again in the next run. When several records were refused and none was taken, the fault is not a
 * record's and the step fails.
 *
 * <p>The answer to {@code initialise} may be lost, and a server that never got the call is idle too; the original would go on
 * with an empty queue. So the server is asked for the site's status: {@code new} or {@code error} means that nothing was
 * queued, and the next run asks again. A site that was initialised before says {@code completed} for ever; then the call
 * counts as heard of only if the server says {@code started} right after the line broke. A queue that is filled twice does no
 * harm, as nothing has been received yet.
 *
 * <p>Batches double after a full one that took less than 2.5 s and halve after one that took more than 5 s or failed (10 to
 * 5,000, from 500): how long a batch takes is what a person who cancels, and a line that breaks, pay for.
 */
@ApplicationModule(allowedDependencies = {"catalogue", "central", "database", "record", "run", "site"})
package org.relais.exchange;

import org.springframework.modulith.ApplicationModule;
