package org.relais.central;

import java.util.Locale;

/**
 * What can go wrong in a run, one code for each thing that a person can meet. Texts and hints stand in the translations
 * under {@code failure.<key>.text} and {@code failure.<key>.hint}.
 */
public enum FailureCode {
    CONNECTION,
    TLS,
    TIMEOUT,
    REDIRECTED,
    INVALID_URL,
    SITE_UNKNOWN,
    WRONG_PASSWORD,
    HARDWARE_ID_MISMATCH,
    SITE_HAS_NO_STORE,
    SITE_AUTH_TIMEOUT,
    SITE_MISMATCH,
    API_VERSION_V5,
    API_VERSION_V6,
    V6_NOT_CONFIGURED,
    NOT_A_CENTRAL_SERVER,
    INTEGRATION_IN_PROGRESS,
    INTEGRATION_TIMEOUT,
    SERVER_ERROR,
    UNREADABLE_ANSWER,
    NO_PROGRESS,
    CURSOR_AHEAD,
    RECORD_REFUSED,
    DATABASE,
    FAULT,
    CANCELLED,
    INTERRUPTED;

    /** The code in the HTTP interface, in translations' keys and in the database: lower case, words joined by hyphens. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
