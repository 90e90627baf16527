/**
 * Who asks for runs, when they take place, and what everybody sees of them. Other rooms see
 * {@link org.relais.sync.Synchroniser} and the immutable {@link org.relais.sync.SyncStatus} that is published at each change.
 */
package org.relais.sync;
