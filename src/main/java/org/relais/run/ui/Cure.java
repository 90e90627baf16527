package org.relais.run.ui;

import org.relais.central.FailureCode;
import org.relais.vocabulary.Keyed;

/** The one thing to do about a failure. Its words stand in the translations under {@code cure.<key>}. */
public enum Cure implements Keyed {
    /** Settings, at the field of the site's password. */
    PASSWORD("password"),
    /** Settings, at the field of the site's name. */
    SITE_NAME("site-name"),
    /** Settings, at the field of the central server's address. */
    ADDRESS("central-url"),
    /** A message to those who look after the network, with the details. */
    SUPPORT(null),
    /** Another run. */
    RETRY(null);

    private final String field;

    /** @param field the field of the settings in which it is corrected, or null */
    Cure(String field) {
        this.field = field;
    }

    /**
     * What cures a failure.
     *
     * @param administrator whether the person may change the settings; who may not tells support
     */
    public static Cure of(FailureCode code, boolean administrator) {
        Cure cure = of(code);
        return cure.corrects() && !administrator ? SUPPORT : cure;
    }

    private static Cure of(FailureCode code) {
        return switch (code) {
            case WRONG_PASSWORD -> PASSWORD;
            case SITE_UNKNOWN, SITE_MISMATCH -> SITE_NAME;
            case INVALID_URL, NOT_A_CENTRAL_SERVER -> ADDRESS;
            case TLS,
                    HARDWARE_ID_MISMATCH,
                    SITE_HAS_NO_STORE,
                    API_VERSION_V5,
                    API_VERSION_V6,
                    V6_NOT_CONFIGURED,
                    INTEGRATION_TIMEOUT,
                    NO_PROGRESS,
                    CURSOR_AHEAD,
                    RECORD_REFUSED,
                    DATABASE,
                    FAULT -> SUPPORT;
            case CONNECTION,
                    TIMEOUT,
                    REDIRECTED,
                    SITE_AUTH_TIMEOUT,
                    INTEGRATION_IN_PROGRESS,
                    SERVER_ERROR,
                    UNREADABLE_ANSWER,
                    DISK_FULL,
                    CANCELLED,
                    INTERRUPTED -> RETRY;
        };
    }

    /** Whether something is to be corrected in the settings. */
    public boolean corrects() {
        return field != null;
    }

    /** Whether the cause may lie elsewhere than the failure says, so that the doctor may know more. */
    boolean leavesOpenWhy() {
        return this != PASSWORD && this != SITE_NAME;
    }

    /** The field of the settings in which it is corrected, as addresses name it; null where there is none. */
    public String field() {
        return field;
    }

    /**
     * The page on which it is done, or null where it is done at once.
     *
     * @param run the run that failed
     */
    String address(long run) {
        return switch (this) {
            case PASSWORD, SITE_NAME, ADDRESS -> "settings/connection?correct=" + field;
            case SUPPORT -> "help?about=" + run;
            case RETRY -> null;
        };
    }
}
