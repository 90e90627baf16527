package org.relais.locations;

import java.math.BigDecimal;

/**
 * A kind of location, as the network defines it.
 *
 * @param id its id
 * @param name what it is called
 * @param temperatureMin the lower limit in degrees Celsius
 * @param temperatureMax the upper limit in degrees Celsius
 */
public record LocationType(String id, String name, BigDecimal temperatureMin, BigDecimal temperatureMax) {}
