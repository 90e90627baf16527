package org.relais.coldchain;

/** What a phone sends with one call. */
public enum PhoneCall {
    SENSOR,
    BREACH,
    READING
}
