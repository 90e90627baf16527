package org.relais.sync;

import java.util.Comparator;
import java.util.List;
import org.relais.record.Outbox;
import org.relais.record.WaitingChanges;
import org.relais.run.Run;
import org.relais.run.RunPlan;
import org.relais.run.Trigger;
import org.relais.site.Site;
import org.relais.site.SiteNotConfigured;
import org.relais.site.SiteSettings;
import org.springframework.stereotype.Component;

/**
 * Forgets everything that was synchronised and fetches it anew, with the same credentials: for a site whose records went wrong. The
 * site is as one whose first synchronisation has just begun; that run empties the store when it is its turn (see
 * room {@code exchange}). Accounts, settings and the history of runs stay.
 */
@Component
public class StartOver {

    private final Site site;
    private final Outbox outbox;
    private final RunRequest request;
    private final StatusBoard board;

    StartOver(Site site, Outbox outbox, RunRequest request, StatusBoard board) {
        this.site = site;
        this.outbox = outbox;
        this.request = request;
        this.board = board;
    }

    /** What would be lost for good: changes that no central server has yet, by table, those with the most first. */
    public List<WaitingChanges> losses() {
        return outbox.waitingTables().entrySet().stream()
                .map(table -> new WaitingChanges(table.getKey(), table.getValue()))
                // Tables with as many stay in the order of their names.
                .sorted(Comparator.comparingLong(WaitingChanges::count).reversed())
                .toList();
    }

    /** Whether a text is the name of this site, by which a person says that it is meant. */
    public boolean names(String siteName) {
        return site.settings()
                .map(SiteSettings::name)
                .filter(siteName.strip()::equals)
                .isPresent();
    }

    /**
     * Starts over. From here on the site is not initialised, whatever happens: a run that is cut or that fails is taken up again.
     *
     * @param siteName the site's name, as the person typed it
     * @param user who wants it
     * @return the first synchronisation, which begins at once
     * @throws SiteNotConfigured before the site is set up
     * @throws IllegalArgumentException when the name is not this site's; nothing was changed then
     * @throws RunGoingOn when a run is going on; nothing was changed then
     */
    public Run begin(String siteName, String user) {
        if (!site.configured()) {
            throw new SiteNotConfigured();
        }
        if (!names(siteName)) {
            throw new IllegalArgumentException("This site has another name");
        }
        Run run = request.make(Trigger.SETUP, user, RunPlan.FIRST, site::startOver)
                .orElseThrow(RunGoingOn::new);
        board.publish();
        return run;
    }
}
