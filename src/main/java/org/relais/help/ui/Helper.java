package org.relais.help.ui;

import org.relais.central.FailureCode;

/** Who can do something about a failure. */
enum Helper {
    /** Nobody has to. */
    TIME,
    /** Anybody at the site. */
    ANYBODY,
    /** Whoever looks after this server. */
    ADMINISTRATOR,
    /** Those who look after the network. */
    SUPPORT;

    static Helper of(FailureCode code) {
        return switch (code) {
            case TIMEOUT,
                    SITE_AUTH_TIMEOUT,
                    INTEGRATION_IN_PROGRESS,
                    INTEGRATION_TIMEOUT,
                    SERVER_ERROR,
                    UNREADABLE_ANSWER,
                    NO_PROGRESS,
                    CANCELLED,
                    INTERRUPTED -> TIME;
            case CONNECTION, REDIRECTED -> ANYBODY;
            case TLS,
                    INVALID_URL,
                    SITE_UNKNOWN,
                    WRONG_PASSWORD,
                    SITE_MISMATCH,
                    NOT_A_CENTRAL_SERVER,
                    DATABASE,
                    DISK_FULL -> ADMINISTRATOR;
            case HARDWARE_ID_MISMATCH,
                    SITE_HAS_NO_STORE,
                    API_VERSION_V5,
                    API_VERSION_V6,
                    V6_NOT_CONFIGURED,
                    RECORD_REFUSED,
                    CURSOR_AHEAD,
                    FAULT -> SUPPORT;
        };
    }

    /** The key of its words in the translations. */
    String key() {
        return switch (this) {
            case TIME -> "help.errors.who.time";
            case ANYBODY -> "help.errors.who.anybody";
            case ADMINISTRATOR -> "help.errors.who.administrator";
            case SUPPORT -> "help.errors.who.support";
        };
    }
}
