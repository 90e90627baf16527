package org.relais.site;

import java.net.URI;
import java.util.List;
import java.util.Set;
import org.relais.central.CentralFailure;
import org.relais.central.CentralServers;
import org.relais.central.SiteCredentials;
import org.relais.central.SiteInfo;
import org.relais.vocabulary.Invalid;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Connects this site with its network, or tries out how that would go. */
@Component
public class SiteAccess {

    private final Site site;
    private final CentralServers servers;
    private final Stores stores;
    private final TransactionOperations transaction;

    SiteAccess(Site site, CentralServers servers, Stores stores, TransactionOperations transaction) {
        this.site = site;
        this.servers = servers;
        this.stores = stores;
        this.transaction = transaction;
    }

    /**
     * Asks both central servers about the site and changes nothing. Takes as long as they need to answer, up to some twenty
     * seconds when one of them is out of reach.
     *
     * @throws Invalid when the draft cannot be right; nobody was asked then
     * @throws CentralFailure when the mSupply central server does not accept the site
     */
    public SiteReport test(SiteDraft draft) {
        return ask(credentials(draft));
    }

    /**
     * Asks as {@link #test} does, and keeps the credentials when the mSupply central server accepts them. The first synchronisation
     * begins, or the schedule goes on with them.
     *
     * @throws Invalid when the draft cannot be right; nobody was asked then
     * @throws CentralFailure when the mSupply central server does not accept the site; nothing is changed then
     * @throws SiteMismatch when it is another site than the one whose records are kept here; nothing is changed then
     */
    public SiteReport connect(SiteDraft draft) {
        SiteCredentials credentials = credentials(draft);
        SiteReport report = ask(credentials);
        SiteInfo info = report.info();
        transaction.executeWithoutResult(status -> {
            site.configure(credentials.url(), credentials.siteName(), credentials.passwordSha256());
            site.recognise(info.id(), info.siteId(), info.centralSiteId(), report.openServer());
        });
        return report;
    }

    private SiteCredentials credentials(SiteDraft draft) {
        Set<SiteProblem> problems = draft.problems(isForTheKnownServer(draft));
        if (!problems.isEmpty()) {
            throw new Invalid(problems);
        }
        String hash =
                draft.password().isEmpty() ? site.credentials().passwordSha256() : PasswordHash.of(draft.password());
        return new SiteCredentials(draft.address(), draft.name().strip(), hash, site.hardwareId());
    }

    /** The kept password goes to the server that it was given for, and to no other that somebody types. */
    private boolean isForTheKnownServer(SiteDraft draft) {
        URI typed = WebAddress.parse(draft.url()).orElse(null);
        return site.settings()
                .map(SiteSettings::url)
                .filter(known -> typed == null || WebAddress.sameServer(known, typed))
                .isPresent();
    }

    private SiteReport ask(SiteCredentials credentials) {
        SiteInfo info = servers.legacy(credentials).site();
        boolean another = site.settings()
                .filter(known -> known.keepsAnotherThan(info.id()))
                .isPresent();
        URI openServer = null;
        CentralFailure openFailure = null;
        try {
            openServer = info.openServer();
            servers.open(openServer, credentials).integrating();
        } catch (CentralFailure failure) {
            openFailure = failure;
        }
        return new SiteReport(
                info, another ? List.of() : stores.names(info.siteId()), openServer, openFailure, another);
    }
}
