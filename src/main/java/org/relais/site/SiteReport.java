package org.relais.site;

import java.net.URI;
import java.util.List;
import org.relais.central.CentralFailure;
import org.relais.central.SiteInfo;

/**
 * What both central servers said when they were asked about this site.
 *
 * @param info what the mSupply central server knows of the site
 * @param stores the names of the site's stores as far as they are known here; empty before the first synchronisation
 * @param openServer the Open mSupply central server's address; null when the network names none
 * @param openFailure why the Open mSupply central server did not accept the site; null when it did
 * @param anotherSite whether the credentials belong to another site than the one whose records are kept here
 */
public record SiteReport(
        SiteInfo info, List<String> stores, URI openServer, CentralFailure openFailure, boolean anotherSite) {

    public SiteReport {
        stores = List.copyOf(stores);
    }
}
