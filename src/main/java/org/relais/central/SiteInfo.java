package org.relais.central;

import java.net.URI;
import org.relais.catalogue.CentralServer;

/**
 * Who this site is to the mSupply central server: the answer to {@code GET /sync/v5/site}.
 *
 * @param id the site's uuid; a different one later means a different site
 * @param siteId the site's number
 * @param initialisationStatus how far the server is with its first synchronisation
 * @param openServerUrl the Open mSupply central server's address as the server tells it; empty when it tells none
 * @param isOpenServer whether this very site is the Open mSupply central server
 * @param centralSiteId the number of the mSupply central server itself
 */
public record SiteInfo(
        String id,
        long siteId,
        InitialisationStatus initialisationStatus,
        String openServerUrl,
        boolean isOpenServer,
        long centralSiteId) {

    static SiteInfo read(Fields answer) {
        return new SiteInfo(
                answer.text("id"),
                answer.number("siteId"),
                InitialisationStatus.read(answer.text("initialisationStatus")),
                answer.text("omSupplyCentralServerUrl", ""),
                answer.flag("isOmSupplyCentralServer"),
                answer.number("mSupplyCentralSiteId"));
    }

    /**
     * Where the Open mSupply central server is.
     *
     * @throws CentralFailure.Refused with code V6_NOT_CONFIGURED when the address is empty or broken
     */
    public URI openServer() {
        try {
            return ServerUrl.read(CentralServer.OPEN, openServerUrl);
        } catch (CentralFailure.InvalidUrl e) {
            throw new CentralFailure.Refused(
                    FailureCode.V6_NOT_CONFIGURED,
                    CentralServer.LEGACY,
                    "GET /" + LegacyCentral.SITE,
                    "omSupplyCentralServerUrl '%s': %s".formatted(openServerUrl, e.detail()));
        }
    }
}
