package org.relais.site;

import java.net.URI;
import java.time.Instant;

/**
 * The site as the database knows it, without its password.
 *
 * @param url the mSupply central server
 * @param name the site's name there, which is also its user name
 * @param hardwareId the 32 hex digits by which the central server knows this device
 * @param uuid the site's uuid at the central server; null before the first contact
 * @param siteId the site's number at the central server; null before the first contact
 * @param legacySiteId the mSupply central server's own number as a site; null before the first contact
 * @param openUrl the Open mSupply central server, null while unknown or not configured
 * @param configuredAt when the site was set up or its credentials last changed
 * @param preparedAt when the central server had prepared the first synchronisation; null before
 * @param initialisedAt when the first synchronisation was complete; null before
 */
public record SiteSettings(
        URI url,
        String name,
        String hardwareId,
        String uuid,
        Long siteId,
        Long legacySiteId,
        URI openUrl,
        Instant configuredAt,
        Instant preparedAt,
        Instant initialisedAt) {

    /**
     * Whether records of another site are kept here than of the one with this uuid. Before the first synchronisation is prepared there
     * are none of any site.
     */
    boolean keepsAnotherThan(String answeredUuid) {
        return preparedAt != null && uuid != null && !uuid.equals(answeredUuid);
    }
}
