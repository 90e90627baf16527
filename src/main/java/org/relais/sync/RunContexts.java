package org.relais.sync;

import org.relais.central.CentralServers;
import org.relais.site.Site;
import org.springframework.stereotype.Component;

/** Makes what a run needs to know. */
@Component
class RunContexts {

    private final Site site;
    private final CentralServers servers;

    RunContexts(Site site, CentralServers servers) {
        this.site = site;
        this.servers = servers;
    }

    /** For a run that begins now, with the credentials and the state that hold now. */
    RunContext context(RunControl control) {
        return new RunContext(control, site, servers);
    }
}
