package org.relais.central;

import java.util.Locale;

/**
 * What the mSupply central server is doing for this site: the answer to {@code GET /sync/v5/site_status}.
 *
 * @param message the server's own words, may be empty
 */
public record LegacySiteStatus(Code code, String message) {

    /** The four things that it can be doing. */
    public enum Code {
        SYNC_IS_RUNNING,
        INTEGRATION_IN_PROGRESS,
        INITIALISATION_IN_PROGRESS,
        IDLE;

        private static Code read(String word) {
            for (Code code : values()) {
                if (code.name().toLowerCase(Locale.ROOT).equals(word)) {
                    return code;
                }
            }
            throw new UnexpectedAnswer("code: unknown value");
        }
    }

    static LegacySiteStatus read(Fields answer) {
        return new LegacySiteStatus(Code.read(answer.text("code")), answer.text("message", ""));
    }

    /** Whether it has nothing left to do for this site. */
    public boolean idle() {
        return code == Code.IDLE;
    }
}
