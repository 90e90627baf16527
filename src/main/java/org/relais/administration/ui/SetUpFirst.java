package org.relais.administration.ui;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import org.relais.components.UsableBeforeSetUp;
import org.relais.site.Site;
import org.springframework.stereotype.Component;

/** Leads everybody to the set-up page until the first synchronisation is complete: the other pages would have nothing to show. */
@Component
class SetUpFirst implements VaadinServiceInitListener {

    private final Site site;

    SetUpFirst(Site site) {
        this.site = site;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addUIInitListener(page -> page.getUI().addBeforeEnterListener(this::lead));
    }

    private void lead(BeforeEnterEvent event) {
        if (!isUsable(event.getNavigationTarget()) && !site.initialised()) {
            // By its path: a listener that names the class makes every page load the set-up's components.
            event.forwardTo(SetUpView.PATH);
        }
    }

    private static boolean isUsable(Class<?> page) {
        return page.isAnnotationPresent(UsableBeforeSetUp.class)
                || page.isAnnotationPresent(AnonymousAllowed.class)
                || HasErrorParameter.class.isAssignableFrom(page);
    }
}
