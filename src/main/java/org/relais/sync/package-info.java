/**
 * Runs: what a synchronisation does step by step, when it starts, how far it is and how it ended. Other rooms see
 * {@link org.relais.sync.Synchroniser} and the immutable {@link org.relais.sync.SyncStatus} that is published at each change.
 */
package org.relais.sync;
