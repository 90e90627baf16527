package org.relais.exchange;

import java.net.URI;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Supplier;
import org.relais.catalogue.CentralServer;
import org.relais.central.CentralFailure;
import org.relais.central.CentralServers;
import org.relais.central.FailureCode;
import org.relais.central.LegacyCentral;
import org.relais.central.OpenCentral;
import org.relais.central.SiteCredentials;
import org.relais.central.SiteInfo;
import org.relais.run.RunControl;
import org.relais.site.Site;
import org.relais.site.SiteMismatch;
import org.relais.site.SiteSettings;

/**
 * One run: its control, and the two central servers as they are found when the first step asks for one of them. A run greets
 * the mSupply central server once, before anything else: it tells who this site is and where the Open mSupply central server
 * stands.
 */
class RunContext {

    /** The call that every run begins with. */
    static final String GREETING = "GET /sync/v5/site";

    /**
     * What the mSupply central server says of a site, rather than of itself. The Open mSupply central server would say the
     * same, for it asks the other one about every call: it is not troubled with refused credentials.
     */
    private static final Set<FailureCode> ABOUT_THE_SITE = EnumSet.of(
            FailureCode.SITE_UNKNOWN,
            FailureCode.WRONG_PASSWORD,
            FailureCode.HARDWARE_ID_MISMATCH,
            FailureCode.SITE_HAS_NO_STORE,
            FailureCode.SITE_AUTH_TIMEOUT,
            FailureCode.SITE_MISMATCH);

    private final RunControl control;
    private final LineWait line;
    private final Site site;
    private final CentralServers servers;
    private final boolean restored;
    private final SiteSettings settings;
    private final SiteCredentials credentials;
    private SiteInfo greeting;
    private RuntimeException refusal;
    private long setAside;
    private long integratedBeside;
    private long integratedPromptly;

    RunContext(RunControl control, LineWait line, Site site, CentralServers servers, boolean restored) {
        this.control = control;
        this.line = line;
        this.site = site;
        this.servers = servers;
        this.restored = restored;
        this.settings = site.settings().orElseThrow();
        this.credentials = site.credentials();
    }

    RunControl control() {
        return control;
    }

    /**
     * Makes a call to a central server, and makes it again while the line is gone.
     *
     * @param call may be made again whatever became of it before
     */
    <T> T overTheLine(CentralServer server, Supplier<T> call) {
        return line.over(server, () -> {
            control.proceed();
            return call.get();
        });
    }

    /** Whether no first synchronisation was completed before this run. */
    boolean first() {
        return settings.initialisedAt() == null;
    }

    /** Whether the site was restored from a backup and fetches everything anew. */
    boolean restored() {
        return restored;
    }

    /** A restored site has everything that the central servers have. */
    void markCaughtUp() {
        site.markCaughtUp();
    }

    /** Whether the mSupply central server has prepared the first synchronisation, in this run or before. */
    boolean prepared() {
        return site.settings().map(SiteSettings::preparedAt).isPresent();
    }

    /** The mSupply central server has prepared the first synchronisation. */
    void markPrepared() {
        site.markPrepared();
    }

    /** So many more records were set aside when they came in, for what they are. */
    void setAside(long records) {
        setAside += records;
    }

    /** How many records that came in with this run were set aside at once; they are none of those that are left to integrate. */
    long setAside() {
        return setAside;
    }

    /** So many arrivals were dealt with beside the pulls, in all. */
    void integratedBeside(long arrivals) {
        integratedBeside = arrivals;
    }

    /** So many more arrivals went into the store with the page that brought them. */
    void integratedPromptly(long arrivals) {
        integratedPromptly += arrivals;
    }

    /** How many arrivals went into the store with the pages that brought them. */
    long integratedPromptly() {
        return integratedPromptly;
    }

    /** How many arrivals were dealt with while the run still fetched others. */
    long integrated() {
        return integratedBeside + integratedPromptly;
    }

    /**
     * What the mSupply central server answered to this run's greeting.
     *
     * @throws CentralFailure when it could not be greeted
     * @throws SiteMismatch when the credentials belong to another site
     */
    SiteInfo greeting() {
        if (refusal != null) {
            throw refusal;
        }
        if (greeting == null) {
            try {
                greeting = greet();
            } catch (CentralFailure | SiteMismatch e) {
                refusal = e;
                throw e;
            }
        }
        return greeting;
    }

    /**
     * The mSupply central server, greeted.
     *
     * @throws CentralFailure when it could not be greeted
     * @throws SiteMismatch when the credentials belong to another site
     */
    LegacyCentral legacy() {
        greeting();
        return servers.legacy(credentials, control.errand());
    }

    /**
     * The Open mSupply central server. When the other one cannot be greeted, it is looked for where it was last.
     *
     * @throws CentralFailure when it is nowhere, or when the site itself was refused
     * @throws SiteMismatch when the credentials belong to another site
     */
    OpenCentral open() {
        return servers.open(openUrl(), credentials, control.errand());
    }

    private URI openUrl() {
        try {
            return greeting().openServer();
        } catch (CentralFailure failure) {
            boolean elsewhere = greeting == null && settings.openUrl() != null;
            if (elsewhere && !ABOUT_THE_SITE.contains(failure.code())) {
                return settings.openUrl();
            }
            throw failure;
        }
    }

    private SiteInfo greet() {
        SiteInfo answer = overTheLine(CentralServer.LEGACY, () -> servers.legacy(credentials, control.errand())
                .site());
        site.recognise(answer.id(), answer.siteId(), answer.centralSiteId(), openServerOf(answer));
        return answer;
    }

    private static URI openServerOf(SiteInfo answer) {
        try {
            return answer.openServer();
        } catch (CentralFailure notConfigured) {
            // The steps that need it tell so; the site is known all the same.
            return null;
        }
    }
}
