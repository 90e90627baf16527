package org.relais.coldchain;

/** The tables of the cold chain on the wire. */
final class ColdChainTables {

    static final String SENSOR = "sensor";
    static final String BREACH = "temperature_breach";
    static final String READING = "temperature_log";

    private ColdChainTables() {}
}
