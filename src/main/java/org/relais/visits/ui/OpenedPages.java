package org.relais.visits.ui;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.NavigationTrigger;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import java.util.EnumSet;
import java.util.Set;
import org.relais.people.CurrentUser;
import org.relais.people.SignedInUser;
import org.relais.visits.Visits;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Writes down that a person is here, before the page that they open is made: it may tell since when. Only what a person opens counts:
 * an open page that is told something, or that this server shows anew or leads elsewhere, says nothing about who sits before it.
 */
@Component
class OpenedPages implements VaadinServiceInitListener {

    private static final Set<NavigationTrigger> BY_ITSELF =
            EnumSet.of(NavigationTrigger.PROGRAMMATIC, NavigationTrigger.REFRESH, NavigationTrigger.REFRESH_ROUTE);

    private static final Logger log = LoggerFactory.getLogger(OpenedPages.class);

    private final Visits visits;
    private final CurrentUser currentUser;

    OpenedPages(Visits visits, CurrentUser currentUser) {
        this.visits = visits;
        this.currentUser = currentUser;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addUIInitListener(opened -> opened.getUI().addBeforeEnterListener(this::opens));
    }

    private void opens(BeforeEnterEvent page) {
        if (!BY_ITSELF.contains(page.getTrigger())) {
            currentUser.find().ifPresent(this::isHere);
        }
    }

    /** No page is refused for it: while the database is away, pages say so themselves. */
    private void isHere(SignedInUser person) {
        try {
            visits.seen(person.id());
        } catch (DataAccessException away) {
            log.debug("A visit was not written down", away);
        }
    }
}
