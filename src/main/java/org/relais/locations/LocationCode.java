package org.relais.locations;

/**
 * By what people call a location.
 *
 * @param code null where the network sent none
 */
record LocationCode(String id, String code) {}
