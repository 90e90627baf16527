package org.relais.sync;

import org.relais.run.Run;
import org.relais.run.RunPlan;
import org.relais.site.Site;

/** What the next run of a site is to do. */
final class NextPlan {

    private NextPlan() {}

    /** As the site is at this moment. */
    static RunPlan of(Site site) {
        return RunPlan.next(site.initialised(), site.restoredAt().isPresent());
    }

    /** What a run is to do that takes up this one: what that was to do, unless a backup was restored since. */
    static RunPlan after(Run cut, Site site) {
        return site.restoredAt().isPresent() ? RunPlan.RESTORED : cut.plan();
    }
}
