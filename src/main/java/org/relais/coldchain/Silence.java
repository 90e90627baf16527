package org.relais.coldchain;

import org.relais.vocabulary.Keyed;

/** Why nothing came of a sensor for long. */
public enum Silence implements Keyed {
    /** Its phone was here since, without readings of it: out of the phone's reach, or its battery is empty. */
    SENSOR,
    /** Its phone was not here since: switched off, or without a line to this server. */
    PHONE,
    /** This server was off when its phone should have come, and has been on only just since: the phone is still on its way. */
    SERVER
}
