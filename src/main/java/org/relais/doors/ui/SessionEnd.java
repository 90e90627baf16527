package org.relais.doors.ui;

import org.relais.vocabulary.Keyed;

/** Why a browser that was signed in is not any more. */
public enum SessionEnd implements Keyed {
    /** Its person signed out in another tab. */
    LEFT,
    /** It began before this server's last start; sessions do not outlive a start. */
    RESTARTED,
    /** Nobody did anything in it for a while. */
    ENDED
}
