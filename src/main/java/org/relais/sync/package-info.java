/**
 * Who asks for runs, when they take place, and what everybody sees of them. Other rooms see {@link
 * org.relais.sync.Synchroniser} and the immutable {@link org.relais.sync.SyncStatus} that is published at each change.
 *
 * <p>Pausing keeps {@code relais.sync.enabled=false} and takes Quartz's trigger away in one transaction; a call that Quartz
 * made at that very moment finds the pause and writes no run down, so none can count as a success. What people and programs
 * start, the first synchronisation and the recovery of a cut run take place while paused. The first run after a pause is due
 * one interval after the last run began, whoever started that; at once when this is over.
 *
 * <p>Ctrl-C ends everything within 5 seconds, while a call may wait for minutes on a slow line: the run gets one second to
 * reach the end of its batch, then its thread is interrupted, and two more to write its end. It is closed as interrupted, and
 * the next start takes it up as a run with the trigger {@code recovery}. Quartz finds what a dead process left by its instance
 * id: a generated one makes it wait for the next check-in, a fixed one clashes when two processes run, so a process takes the
 * first name whose file it can lock.
 */
@ApplicationModule(
        allowedDependencies = {
            "central",
            "components",
            "database",
            "doors :: ui",
            "exchange",
            "language",
            "people",
            "record",
            "run",
            "run :: ui",
            "settings",
            "site",
            "startup",
            "vocabulary"
        })
package org.relais.sync;

import org.springframework.modulith.ApplicationModule;
