package org.relais.coldchain;

/**
 * Published when something of the cold chain of a store changed and is kept: a phone sent something, or somebody did something about
 * it. What the central servers bring is told by {@link org.relais.record.RecordsReceived}.
 *
 * @param storeId which store
 */
public record ColdChainChanged(String storeId) {}
