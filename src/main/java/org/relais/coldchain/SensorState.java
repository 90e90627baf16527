package org.relais.coldchain;

import org.relais.vocabulary.Keyed;

/** How a sensor is, the worst first. */
public enum SensorState implements Keyed {
    /** It is too warm or too cold, for so long that it is a breach, which goes on. */
    BREACH,
    /** Its last temperature is out of the range of the place where it stands. */
    EXCURSION,
    /** Nothing came of it for longer than three of its intervals. */
    SILENT,
    /** All is well. */
    IN_RANGE,
    /** It was removed on its phone. */
    INACTIVE;

    /** Whether somebody has to look after it. */
    public boolean inTrouble() {
        return this == BREACH || this == EXCURSION || this == SILENT;
    }
}
