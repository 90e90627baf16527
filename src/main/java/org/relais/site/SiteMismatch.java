package org.relais.site;

/**
 * The credentials lead to another site than the one whose records are kept here. Going on would mix two sites' records, so
 * nothing is sent and nothing is fetched.
 */
public class SiteMismatch extends RuntimeException {

    SiteMismatch(String savedUuid, String answeredUuid) {
        super("This server keeps the records of site " + savedUuid + ", but the credentials belong to site "
                + answeredUuid);
    }
}
