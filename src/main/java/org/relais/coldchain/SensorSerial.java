package org.relais.coldchain;

import java.util.Map;
import java.util.Set;

/** A sensor's address with the kind of sensor behind it, as the network writes both in one text. */
final class SensorSerial {

    private static final String BETWEEN = " | ";

    /** How phones call a model, and the network its maker (coldchain.md, "Calls"). */
    private static final Map<String, String> MAKER_OF_MODEL = Map.of("BT510", "LAIRD");

    private static final Set<String> MAKERS = Set.of("BLUE_MAESTRO", "LAIRD", "BERLINGER", "LOG_TAG");

    private SensorSerial() {}

    /** The text as it is kept: with the maker in place of the model. */
    static String kept(String serial) {
        int bar = serial.lastIndexOf(BETWEEN);
        String maker = bar < 0 ? null : MAKER_OF_MODEL.get(serial.substring(bar + BETWEEN.length()));
        return maker == null ? serial : serial.substring(0, bar + BETWEEN.length()) + maker;
    }

    /** The address alone, for people. */
    static String address(String serial) {
        int bar = serial.lastIndexOf(BETWEEN);
        return bar > 0 && MAKERS.contains(serial.substring(bar + BETWEEN.length())) ? serial.substring(0, bar) : serial;
    }
}
