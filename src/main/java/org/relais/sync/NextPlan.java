package org.relais.sync;

import org.relais.run.RunPlan;
import org.relais.site.Site;

/** What the next run of a site is to do. */
final class NextPlan {

    private NextPlan() {}

    /** As the site is at this moment. */
    static RunPlan of(Site site) {
        return RunPlan.next(site.initialised(), site.restoredAt().isPresent());
    }
}
