package org.relais.central;

import org.relais.vocabulary.Keyed;

/**
 * What can go wrong in a run, one code for each thing that a person can meet. Texts and hints stand in the translations
 * under {@code failure.<key>.text} and {@code failure.<key>.hint}.
 */
public enum FailureCode implements Keyed {
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
    DISK_FULL,
    FAULT,
    CANCELLED,
    INTERRUPTED;
}
