package org.relais.bench;

import java.nio.file.Path;
import org.relais.demo.DemoNetwork;

/**
 * How fast the site makes and sends changes.
 *
 * @param legacy the step that sends to the mSupply central server
 * @param open the step that sends to the Open mSupply central server
 * @param received how many both servers have afterwards, each change once
 */
record Pushed(LocalWork work, SyncRun.Step legacy, SyncRun.Step open, int received) {

    /** @throws IllegalStateException when not every change has arrived */
    static Pushed measure(SiteProcess site, DemoNetwork network, Path directory, int changes) {
        LocalWork work = LocalWork.on(site, directory, changes);
        SyncRun run = site.api().run();
        int received = network.received().size();
        if (received != work.changes()) {
            throw new IllegalStateException(work.changes() + " changes were made, " + received + " arrived");
        }
        return new Pushed(work, run.steps().get("push"), run.steps().get("push-v6"), received);
    }
}
