package org.relais.central;

/** What this site says it is, and the protocol versions it speaks (protocol.md section 1). */
final class SiteSoftware {

    static final String APP_NAME = "Open mSupply Desktop";
    static final String APP_VERSION = "2.20.0";
    /** Sync protocol with the mSupply central server; a text wherever it is sent. */
    static final String SYNC_V5_VERSION = "14";
    /** Sync protocol with the Open mSupply central server; a number wherever it is sent. */
    static final int SYNC_V6_VERSION = 5;

    private SiteSoftware() {}
}
