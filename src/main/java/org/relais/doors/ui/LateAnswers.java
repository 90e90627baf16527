package org.relais.doors.ui;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import org.relais.people.NetworkPerson;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/**
 * Where what is kept let somebody in, each page that they open waits in the background for what the central server says: an open
 * page hears of a refusal and of other rights when they come, and not only with the next thing that is done on it.
 */
@Component
class LateAnswers implements VaadinServiceInitListener {

    private final PermissionRefresh permissions;

    LateAnswers(PermissionRefresh permissions) {
        this.permissions = permissions;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addUIInitListener(page -> awaitAnswer());
    }

    void awaitAnswer() {
        if (SecurityContextHolder.getContext().getAuthentication() instanceof NetworkPerson person
                && person.isOffline()) {
            permissions.ask();
        }
    }
}
