package org.relais.record;

/**
 * How an integration ended.
 *
 * @param integrated records that found their way into the store, deletes and merges included
 * @param setAside records that this integration set aside
 * @param complete false when it was cancelled before everything was tried
 */
public record IntegrationResult(long integrated, long setAside, boolean complete) {}
