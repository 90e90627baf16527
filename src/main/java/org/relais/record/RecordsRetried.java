package org.relais.record;

/**
 * Records that were set aside were looked at again because somebody asked for it.
 *
 * @param good how many of them the next integration takes
 */
public record RecordsRetried(long good) {}
